import { expect, test } from 'vitest'
import { dropSection, endOfSection, moveSection, type Levels, type Move } from './sections.ts'

/** `A` a first heading, `b` one beneath; digits are paragraphs. */
const levelsOf = (blocks: string): Levels =>
  [...blocks].map((block) => (/[A-Z]/.test(block) ? 1 : /[a-z]/.test(block) ? 2 : 0))

function after(blocks: string, move: Move | null): string | null {
  if (move === null) return null
  const section = blocks.slice(move.start, move.end)
  const [before, rest] = [blocks.slice(0, move.to), blocks.slice(move.to)]
  return move.to <= move.start
    ? before + section + rest.replace(section, '')
    : before.replace(section, '') + section + rest
}

const moved = (blocks: string, heading: string, by: 1 | -1) =>
  after(blocks, moveSection(levelsOf(blocks), blocks.indexOf(heading), by))

const drop = (blocks: string, heading: string, onto: string) =>
  after(blocks, dropSection(levelsOf(blocks), blocks.indexOf(heading), blocks.indexOf(onto)))

test('a section ends where one as high begins', () => {
  const levels = levelsOf('0A1b2c3B4')
  expect(endOfSection(levels, 1)).toBe(7)
  expect(endOfSection(levels, 3)).toBe(5)
  expect(endOfSection(levels, 7)).toBe(9)
})

test.each([
  ['0A1b2B3', 'B', -1, '0B3A1b2'],
  ['0A1b2B3', 'A', 1, '0B3A1b2'],
  ['A1b2c3B4', 'c', -1, 'A1c3b2B4'],
  ['A1b2c3B4', 'b', 1, 'A1c3b2B4'],
  // Out of its own section, into the one beside it.
  ['A1B2c3', 'c', -1, 'A1c3B2'],
  ['A1b2B3d4', 'b', 1, 'A1B3b2d4'],
  ['A1b2B3', 'b', 1, 'A1B3b2'],
  ['0A1B2', 'A', -1, null],
  ['0A1B2', 'B', 1, null],
] as const)('%s: %s by %s is %s', (blocks, heading, by, expected) => {
  expect(moved(blocks, heading, by)).toBe(expected)
})

test('a section is dropped before one above, after one below, and not onto itself', () => {
  expect(drop('A1B2C3', 'C', 'A')).toBe('C3A1B2')
  expect(drop('A1B2C3', 'A', 'B')).toBe('B2A1C3')
  expect(drop('A1b2C3', 'A', 'b')).toBeNull()
})
