import { $createTextNode, $getRoot, $isElementNode } from 'lexical'
import { expect, test } from 'vitest'
import { element, makeParagraph, makeText } from '../../../../shared/brief/make.ts'
import { quoteWords } from '../../../../shared/brief/quote-words.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { openSheet, sheetOf } from '../draft-editor.ts'
import { quoteOf, insertQuote } from './insert-quote.ts'

const passage = (exact: string): Passage => ({
  annotation: 'an_1',
  anchor: 'anc_1',
  source: 'src_1',
  citekey: 'one',
  title: 'One',
  version: 1,
  start: 0,
  end: exact.length,
  exact,
  before: '',
  after: '',
  paragraph: 1,
  speaker: null,
  role: null,
  cited: 'One',
  versions: 1,
  inTrash: false,
})

const sheet = (...texts: readonly string[]) =>
  openSheet({
    ...element,
    type: 'root',
    children: texts.map((text) => makeParagraph(text === '' ? [] : [makeText(text)])),
  })

test('a quote goes to the end of the text where there was no caret', () => {
  const editor = sheet('One', 'He said')
  insertQuote(editor, quoteOf(passage('would not')), false)
  const last = sheetOf(editor).root.children.at(-1)
  expect(last).toMatchObject({
    type: 'paragraph',
    children: [{ text: 'He said ' }, { type: 'linked-quote', shown: 'would not' }],
  })
  editor.dispose()
})

test('a quote goes to the caret, with a space where words meet it', () => {
  const editor = sheet('He saidand left')
  editor.update(
    () => {
      const [paragraph] = $getRoot().getChildren()
      if ($isElementNode(paragraph)) paragraph.getFirstDescendant()?.selectEnd()
      const text = $isElementNode(paragraph) ? paragraph.getFirstDescendant() : null
      if (text !== null) text.replace($createTextNode('He saidand left')).select(7, 7)
    },
    { discrete: true },
  )
  insertQuote(editor, quoteOf(passage('would not')), false)
  expect(sheetOf(editor).root.children[0]).toMatchObject({
    children: [{ text: 'He said ' }, { type: 'linked-quote' }, { text: ' and left' }],
  })
  editor.dispose()
})

test('a block quote takes the place of an empty paragraph, and a paragraph follows it', () => {
  const editor = sheet('')
  insertQuote(editor, quoteOf(passage('would not')), true)
  expect(sheetOf(editor).root.children.map(({ type }) => type)).toEqual(['linked-quote-block', 'paragraph'])
  editor.dispose()
})

test('marks that enclose a passage are not doubled', () => {
  const quote = quoteOf(passage('“We will not close the river,”'))
  expect(quoteWords(quote)).toBe('We will not close the river,')
  expect(quote.asWritten).toBeUndefined()
})
