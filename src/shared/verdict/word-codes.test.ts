import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { mostInWindow, wordCodes } from './word-codes.ts'

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

it('tells how many of the words the fullest window holds, text after text', () => {
  assert(
    property(array(word), array(array(word)), integer({ min: 1, max: 12 }), (keys, texts, size) => {
      const most = mostInWindow(keys, size)
      for (const text of texts) expect(most(wordCodes(text))).toBe(counted(keys, text, size))
    }),
  )
})
