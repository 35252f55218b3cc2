import { expect, test } from 'vitest'
import { deriveText } from '../../../shared/document/text.ts'
import type { Block } from '../../../shared/document/blocks.ts'
import { entryAt, outlineOf } from './outline-of.ts'
import { chapterFrom, chaptersOf } from './useChapterKeys.ts'

const heading = (level: 1 | 2 | 3, value: string): Block => ({
  type: 'heading',
  level,
  children: [{ type: 'text', value }],
})
const paragraph: Block = { type: 'paragraph', children: [{ type: 'text', value: 'Words.' }] }
const outlineIn = (...children: Block[]) =>
  outlineOf(
    deriveText({ type: 'document', format: 1, language: null, direction: null, children, origins: [] }),
  )

test('headings stand as deep as they do in their source, whatever level it begins with', () => {
  const outline = outlineIn(heading(2, 'A'), paragraph, heading(3, 'B'), heading(2, 'C'))
  expect(outline.map(({ words, depth }) => `${words}${String(depth)}`)).toEqual(['A0', 'B1', 'C0'])
  expect([0, 2, 9, 50].map((at) => entryAt(outline, at))).toEqual([0, 0, 1, 2])
})

test('a title over all chapters does not hide them', () => {
  const outline = outlineIn(heading(1, 'Book'), heading(2, 'One'), heading(3, 'a'), heading(2, 'Two'))
  expect(chaptersOf(outline).map(({ words }) => words)).toEqual(['Book', 'One', 'Two'])
})

test('at a chapter’s beginning the one before is the one above it', () => {
  const chapters = chaptersOf(outlineIn(heading(2, 'One'), paragraph, heading(2, 'Two'), paragraph))
  const [one, two] = chapters
  expect(chapterFrom(chapters, two?.start ?? 0, -1)).toBe(one)
  expect(chapterFrom(chapters, one?.start ?? 0, 1)).toBe(two)
  expect(chapterFrom(chapters, one?.start ?? 0, -1)).toBe(null)
  expect(chapterFrom(chapters, two?.start ?? 0, 1)).toBe(null)
})
