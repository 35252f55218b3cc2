// @vitest-environment happy-dom
import { $getClipboardDataFromSelection, $insertDataTransferForRichText } from '@lexical/clipboard'
import { $getRoot, $getSelection } from 'lexical'
import { expect, test } from 'vitest'
import { WrittenSheet } from '../blocks/fixtures/written-sheet.ts'

const EVERY = `# Head

Text \`c\` ~~s~~ **b** [@marrow2024, p. 3] and :set-aside[“war”] [l](https://example.org/ "t")

- [ ] open
- [x] done

1. one
   - two

> said

\`\`\`ts title
if (a)
  b()
\`\`\`

---

| a | b |
| --- | --- |
| c | d |

:quote[words]{#an_1} and a note[^1]

:::quote{#an_2}
words
:::

[^1]: Note`

const LEXICAL = 'application/x-lexical-editor'

function copied(sheet: WrittenSheet): Readonly<Record<string, string | undefined>> {
  sheet.do(() => $getRoot().select(0, $getRoot().getChildrenSize()))
  return sheet.editor.read(() => $getClipboardDataFromSelection())
}

function paste(sheet: WrittenSheet, data: Readonly<Record<string, string | undefined>>): WrittenSheet {
  const transfer = { getData: (kind: string) => data[kind] ?? '', types: Object.keys(data), files: [] }
  return sheet.do(() => {
    const selection = $getSelection()
    if (selection !== null) $insertDataTransferForRichText(transfer as unknown as DataTransfer, selection)
  })
}

test('what is copied in one brief is the same in another', () => {
  const from = new WrittenSheet(EVERY)
  expect(paste(new WrittenSheet(), copied(from)).again).toBe(from.again)
})

test('words of a line are put into the line, with what stands among them', () => {
  const data = copied(new WrittenSheet('Text [@marrow2024, p. 3] and :set-aside[“war”]'))
  expect(paste(new WrittenSheet('Here and there').select('Here '), data).again).toBe(
    'Here Text [@marrow2024, p. 3] and :set-aside[“war”]and there',
  )
})

const refused = (node: object): WrittenSheet =>
  paste(new WrittenSheet(), {
    [LEXICAL]: JSON.stringify({ namespace: '@verbatim/brief', nodes: [node] }),
    'text/plain': 'Plain words',
  })

test.each([
  { type: 'heading', version: 1, tag: 'script', children: [{ type: 'text', version: 1, text: 'alert(1)' }] },
  { type: 'list', version: 1, tag: 'ul', listType: 'frame', children: [] },
  { type: 'image', version: 1, blob: '../../etc/passwd', address: null, alt: '', title: null },
  { type: 'image', version: 1, blob: null, address: 'javascript:alert(1)', alt: '', title: null },
  { type: 'code', version: 1, language: 5, children: [] },
  { type: 'text', version: 1, text: 5 },
  { type: 'marquee', version: 1, children: [] },
  {
    type: 'paragraph',
    version: 1,
    children: [],
    $slots: { aside: { type: 'heading', version: 1, tag: 'script', children: [] } },
  },
])('a node that briefs do not have gives way to the words: %j', (node) => {
  expect(refused(node).again).toBe('Plain words')
})
