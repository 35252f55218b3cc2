import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { mostInWindows, wordCodes, type CodedTexts } from './word-codes.ts'

const word = constantFrom('the', 'port', 'of', '2.5', 'closed', '中', 'Erdoğan', 'x')

/** The same by counting each window. */
function counted(keys: readonly string[], text: readonly string[], size: number): number {
  let most = 0
  for (let start = 0; start < text.length; start += 1) {
    const left = [...keys]
    let held = 0
    for (const each of text.slice(start, start + size)) {
      const at = left.indexOf(each)
      if (at < 0) continue
      left.splice(at, 1)
      held += 1
    }
    most = Math.max(most, held)
  }
  return most
}

function coded(texts: readonly (readonly string[])[]): CodedTexts {
  const starts = [0]
  for (const text of texts) starts.push((starts.at(-1) ?? 0) + text.length)
  return { codes: wordCodes(texts.flat()), starts: Uint32Array.from(starts) }
}

it('tells how many of the words the fullest window of each text holds', () => {
  assert(
    property(array(word), array(array(word)), integer({ min: 1, max: 12 }), (keys, texts, size) => {
      const most = [...mostInWindows(keys, size, coded(texts))]
      expect(most).toEqual(texts.map((text) => counted(keys, text, size)))
    }),
  )
})

it('tells no less of a quotation of very many different words', () => {
  const keys = Array.from({ length: 400 }, (_, at) => `word${String(at)}`)
  expect([...mostInWindows(keys, 600, coded([keys, keys.slice(0, 10)]))]).toEqual([400, 400])
})
