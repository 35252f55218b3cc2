import { expect, test } from 'vitest'
import { parseBrief } from '../../../shared/brief/parse.ts'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { openSheet, sheetOf } from '../editor/draft-editor.ts'
import { $headings, moveBlocks } from './headings.ts'
import { moveSection } from './sections.ts'

const DRAFT = `Lead.

# One

First[^1].

## Beneath

Second.

# Two

Third.

[^1]: A note.
`
const state = parseBrief(DRAFT, { name: 'x', passageOf: () => null })

test('a section moves with all beneath it, and footnotes stay at the end', () => {
  const editor = openSheet(state.root)
  const textNow = () => briefDraft({ ...state, root: sheetOf(editor).root }).text.split('\n')
  const { all } = editor.read($headings)
  expect(all.map(({ words, level }) => [words, level])).toEqual([
    ['One', 1],
    ['Beneath', 2],
    ['Two', 1],
  ])
  expect(moveBlocks(editor, (levels) => moveSection(levels, all[0]?.block ?? -1, 1))).toBe(true)
  expect(textNow()).toEqual(['Lead.', 'Two', 'Third.', 'One', 'First.', 'Beneath', 'Second.', 'A note.'])
  expect(moveBlocks(editor, (levels) => moveSection(levels, 1, -1))).toBe(false)
  editor.dispose()
})
