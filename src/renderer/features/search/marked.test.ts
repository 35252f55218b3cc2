import { expect, test } from 'vitest'
import { snippetParts } from './marked.ts'

const hits = (snippet: string, query: string) =>
  snippetParts(snippet, query)
    .filter(({ hit }) => hit)
    .map(({ text }) => text)

test('words are marked whatever their case and accents', () => {
  expect(hits('A violation by Erdoğan, a Violation.', 'violation erdogan')).toEqual([
    'violation',
    'Erdoğan',
    'Violation',
  ])
})

test('a phrase is marked whole and only where it stands', () => {
  expect(hits('territorial integrity, and integrity alone', '“territorial integrity”')).toEqual([
    'territorial integrity',
  ])
})

test('nothing of a snippet is lost', () => {
  const snippet = '…the port of Lessing is open to all…'
  expect(
    snippetParts(snippet, 'port open')
      .map(({ text }) => text)
      .join(''),
  ).toBe(snippet)
  expect(snippetParts(snippet, '')).toEqual([{ at: 0, text: snippet, hit: false }])
})
