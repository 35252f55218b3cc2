import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPassages } from './changed-passages.ts'
import { differencesOf } from './differences.ts'

test('only paragraphs that differ are given, with their offsets in both texts', () => {
  const old = 'One stays.\nTwo will change here.\nThree stays.\nFour goes.\n'
  const now = 'One stays.\nTwo did change here.\nThree stays.\nFive comes.\n'
  const found = changedPassages(differencesOf(old, now))
  expect(found.map((passage) => old.slice(passage.old.start, passage.old.end))).toEqual([
    'Two will change here.\n',
    'Four goes.\n',
  ])
  expect(found.map((passage) => now.slice(passage.now.start, passage.now.end))).toEqual([
    'Two did change here.\n',
    'Five comes.\n',
  ])
})

test('texts that are the same have none', () => {
  expect(changedPassages(differencesOf('A\nB', 'A\nB'))).toEqual([])
})

const text = fc
  .array(fc.constantFrom('one two', 'two three', 'three', '', 'one'), { maxLength: 6 })
  .map((each) => each.join('\n'))

test('each passage’s diff rebuilds its paragraphs, and the rest is the same', () => {
  fc.assert(
    fc.property(text, text, (old, now) => {
      let [left, right] = ['', '']
      let [at, to] = [0, 0]
      for (const passage of changedPassages(differencesOf(old, now))) {
        const side = (op: string) =>
          passage.diff.flatMap((each) => (each.op === 'equal' || each.op === op ? each.text : [])).join('')
        expect(side('delete')).toBe(old.slice(passage.old.start, passage.old.end))
        expect(side('insert')).toBe(now.slice(passage.now.start, passage.now.end))
        left += old.slice(at, passage.old.start)
        right += now.slice(to, passage.now.start)
        at = passage.old.end
        to = passage.now.end
      }
      expect(left + old.slice(at)).toBe(right + now.slice(to))
    }),
  )
})
