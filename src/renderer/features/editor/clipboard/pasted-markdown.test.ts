// @vitest-environment happy-dom
import { $insertDataTransferForRichText } from '@lexical/clipboard'
import { $getSelection, COMMAND_PRIORITY_LOW, PASTE_TAG } from 'lexical'
import { expect, test } from 'vitest'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { WrittenSheet } from '../blocks/fixtures/written-sheet.ts'
import { MARKDOWN_PASTED_COMMAND } from './clipboard.ts'
import { annotationsIn, looksLikeMarkdown, takeBlocks } from './pasted-markdown.ts'

const PASSAGE = {
  annotation: 'an_1',
  anchor: 'anc_1',
  exact: 'would not improve',
  version: 1,
} as Passage

/** Pastes a plain text as the system's clipboard gives it. */
function paste(sheet: WrittenSheet, text: string, passages: readonly Passage[] = []): WrittenSheet {
  const { editor } = sheet
  const stop = editor.registerCommand(
    MARKDOWN_PASTED_COMMAND,
    (pasted) => {
      queueMicrotask(() => takeBlocks(editor, pasted, passages))
      return true
    },
    COMMAND_PRIORITY_LOW,
  )
  const data = {
    getData: (type: string) => (type === 'text/plain' ? text : ''),
    types: ['text/plain'],
    files: [],
  }
  const $paste = (): void => {
    const selection = $getSelection()
    if (selection !== null) $insertDataTransferForRichText(data as unknown as DataTransfer, selection)
  }
  editor.update($paste, { tag: PASTE_TAG, discrete: true })
  queueMicrotask(stop)
  return sheet
}
const settled = async (sheet: WrittenSheet): Promise<WrittenSheet> => {
  await Promise.resolve()
  return sheet.settle()
}

const DRAFT = `# Reactions

He **said** it.[^1]

- [x] one
- [ ] two

| a | b |
| - | - |
| c | d |

\`\`\`ts
const a = 1
\`\`\`

---

> quoted

[^1]: A note`

test('Markdown that is pasted becomes its blocks, and by undo the words that were pasted', async () => {
  const sheet = await settled(paste(new WrittenSheet('Before'), `\n${DRAFT}`))
  expect(sheet.again).toContain('| a | b |\n| - | - |\n| c | d |')
  expect(sheet.again).toContain('- [x] one\n- [ ] two')
  expect(sheet.again).toContain('```ts\nconst a = 1\n```\n\n---\n\n> quoted')
  expect(sheet.again.endsWith('[^1]: A note')).toBe(true)
  expect(JSON.stringify(sheet.undo().root)).toContain('| a | b |')
  expect(sheet.root.children.every(({ type }) => type === 'paragraph')).toBe(true)
  expect(sheet.undo().markdown).toBe('Before')
})

test('a note whose label is taken here gets a number that is free', async () => {
  const sheet = new WrittenSheet('Mine[^1] here\n\n[^1]: My note').select('here')
  const { again } = await settled(paste(sheet, 'Theirs[^1] and\n\n[^1]: Their note'))
  expect(again).toContain('Theirs[^2] and')
  expect(again).toContain('[^1]: My note\n\n[^2]: Their note')
})

test('quotes of this library are linked, and those of others are their words', async () => {
  const text = 'He said :quote[would not improve]{#an_1}, she :quote[it would]{#an_2}.'
  expect(annotationsIn(text)).toEqual(['an_1', 'an_2'])
  const sheet = await settled(paste(new WrittenSheet(), text, [PASSAGE]))
  expect(sheet.root.children).toMatchObject([
    {
      children: [
        { text: 'He said ' },
        { type: 'linked-quote', annotation: 'an_1', anchor: 'anc_1', shown: 'would not improve' },
        { text: ', she “it would”.' },
      ],
    },
  ])
  const block = await settled(paste(new WrittenSheet(), ':::quote{#an_2}\none\n\ntwo\n:::'))
  expect(block.again).toBe('> one\n>\n> two')
})

test('words that another library’s quote differs in are not passed off as this one’s', async () => {
  const sheet = await settled(paste(new WrittenSheet(), 'He :quote[would improve]{#an_1}.', [PASSAGE]))
  expect(sheet.root.children).toMatchObject([
    { children: [{ text: 'He ' }, { type: 'linked-quote', asWritten: 'would improve' }, { text: '.' }] },
  ])
})

test('what is pasted into code and cells stays words', async () => {
  const code = await settled(paste(new WrittenSheet('```\nx\n```').select('x'), '\n- [ ] a\n- [ ] b'))
  expect(code.again).toBe('```\nx\n- [ ] a\n- [ ] b\n```')
  const cell = await settled(paste(new WrittenSheet('| a |\n| - |\n| b |').select('b'), '- [ ] c'))
  expect(cell.again).toContain('| b- \\[ ] c |')
})

test.each([
  'Just words.\n\nAnd more of them.',
  '# 1 priority',
  'He paid 3 * 4 * 5 and used snake_case_words.',
  '# comment\nimport os\n# other\nx = 1',
  'a | b',
  '- Hello, he said.\n\nShe left.',
  '> On Monday he wrote:\n> yes',
  '1984. A year.\n1985. Another.',
  'see [1] and (2)',
  '---',
  '[x](javascript:alert(1))',
])('ordinary words stay words: %j', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false)
})

test.each([
  DRAFT,
  '- one\n- two\n- three',
  '1. one\n2. two\n3. three',
  '**bold** and\n\n> quoted',
  'see [it](https://example.org)',
])('Markdown is told: %j', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true)
})
