import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

const WORDS = 'one two three four five six seven eight nine ten '

test('equal words far from any difference are left out', () => {
  const diff = [
    { op: 'equal', text: WORDS },
    { op: 'delete', text: 'gate' },
    { op: 'insert', text: 'door' },
    { op: 'equal', text: ` ${WORDS}` },
    { op: 'insert', text: 'not ' },
    { op: 'equal', text: WORDS },
  ] as const
  const shown = shortened(diff, 9).map((piece) => (piece.op === 'gap' ? '…' : piece.text))
  expect(shown).toEqual([
    '…',
    'nine ten ',
    'gate',
    'door',
    ' one two',
    '…',
    'nine ten ',
    'not ',
    'one two',
    '…',
  ])
})

test('short stretches of equal words stay whole', () => {
  const diff = [
    { op: 'delete', text: 'A' },
    { op: 'equal', text: ' few words ' },
    { op: 'insert', text: 'B' },
  ] as const
  expect(shortened(diff, 9)).toEqual(diff)
})
