import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SafeNames, safeName } from './safe-names.ts'

test.each([
  ['../../etc/passwd', '.. .. etc passwd'.replace(/^[. -]+/u, '')],
  ['a/b\\c:d*e?"f"<g>|h', 'a b c d e f g h'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['ends with dots...', 'ends with dots'],
  ['tab\tand\u0000control\u202eand\nline', 'tab and control and line'],
  ['[[link]] #tag ^id', 'link tag id'],
  ['\u2026 ', '\u2026'],
  ['???', 'source'],
  ['', 'source'],
  ['漢'.repeat(300), '漢'.repeat(40)],
])('%j becomes %j', (title, name) => expect(safeName(title, 'source')).toBe(name))

test('whatever the title, the name is one name on every file system', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (title) => {
      const name = safeName(title, 'source')
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|[. ]$/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(125)
      expect(safeName(name, 'source')).toBe(name)
    }),
  )
})

test('no two names differ by capitals, accents’ forms or nothing', () => {
  const names = new SafeNames()
  expect(
    ['Lake', 'lake', 'LAKE?', 'caf\u00e9', 'cafe\u0301', 'lake 2'].map((title) => names.claim(title, 'x')),
  ).toEqual(['Lake', 'lake 2', 'LAKE 3', 'caf\u00e9', 'caf\u00e9 2', 'lake 2 2'])
})
