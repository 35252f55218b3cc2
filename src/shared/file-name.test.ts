import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, foldedName } from './file-name.ts'

test.each([
  ['CON', '_CON'],
  ['con .txt', '_con .txt'],
  ['COM\u00B9', '_COM\u00B9'],
  ['CONOUT$', '_CONOUT$'],
  ['Concord', 'Concord'],
  ['.....', 'Verbatim'],
  ['..', 'Verbatim'],
  ['report\u202Efdp.exe', 'report fdp.exe'],
  ['a\u0000b\u001Fc', 'a b c'],
  ['What isn’t & what’s $5?', 'What isn’t & what’s $5'],
  [`${'x'.repeat(79)}😀 and on`, `${'x'.repeat(79)}😀 and on`],
  ['😀'.repeat(100), '😀'.repeat(30)],
  ['y'.repeat(300), 'y'.repeat(120)],
])('%j becomes %j', (title, name) => expect(fileName(title, 'Verbatim')).toBe(name))

test('whatever the title, the name is well formed, and no name of a device', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (title) => {
      const name = fileName(title, 'Verbatim')
      expect(name).not.toMatch(/[/\\:*?"<>|\p{C}]|^[. ]|[. ]$/u)
      expect(name).not.toBe('')
      expect(fileName(name, 'Verbatim')).toBe(name)
    }),
  )
})

test.each([
  ['Lake', 'LAKE'],
  ['caf\u00E9', 'cafe\u0301'],
  ['Straße', 'STRASSE'],
  ['ΛΟΓΟΣ', 'λογος'],
])('%j and %j may be one name', (one, other) => expect(foldedName(one)).toBe(foldedName(other)))
