// @vitest-environment happy-dom
import { $insertDataTransferForRichText } from '@lexical/clipboard'
import { $generateHtmlFromNodes } from '@lexical/html'
import { $getRoot, COMMAND_PRIORITY_LOW, type LexicalEditorWithDispose } from 'lexical'
import { expect, test } from 'vitest'
import { element, makeParagraph, makeText } from '../../../../shared/brief/make.ts'
import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import { openSheet, sheetOf } from '../draft-editor.ts'
import { PASTE_PASSAGE_COMMAND, PASTE_REFUSED_COMMAND } from './clipboard.ts'

const QUOTE: LinkedQuote = {
  version: 1,
  annotation: 'an_1',
  anchor: 'anc_1',
  pin: null,
  alterations: [{ kind: 'omission', start: 4, end: 8, text: '[…]' }],
  shown: 'The […] weir “stays” <open>',
  translation: null,
  emphasis: [],
}

const empty = () => openSheet({ ...element, type: 'root', children: [makeParagraph([])] })

/** Pastes by type, as the system's clipboard gives it. */
function paste(editor: LexicalEditorWithDispose, data: Readonly<Record<string, string>>): void {
  const transfer = { getData: (type: string) => data[type] ?? '', types: Object.keys(data), files: [] }
  editor.update(
    () => $insertDataTransferForRichText(transfer as unknown as DataTransfer, $getRoot().selectEnd(), editor),
    { discrete: true },
  )
}

function htmlOf(editor: LexicalEditorWithDispose): string {
  return editor.read(() => $generateHtmlFromNodes(editor))
}

const blocksOf = (editor: LexicalEditorWithDispose) => sheetOf(editor).root.children

test('a quote is copied as words, marks and citation, and pasted as the same quote', () => {
  const from = openSheet({
    ...element,
    type: 'root',
    children: [makeParagraph([makeText('It said '), { type: 'linked-quote', ...QUOTE }, makeText('.')])],
  })
  const html = htmlOf(from)
  expect(html).toContain('“The […] weir “stays” &lt;open&gt;” (')
  const to = empty()
  paste(to, { 'text/html': html })
  expect(blocksOf(to)).toMatchObject([
    { children: [{ text: 'It said ' }, { type: 'linked-quote', ...QUOTE }, { text: '.' }] },
  ])
})

test('where another program left the link alone, words and link become the quote again', () => {
  const href = `verbatim:quote?${encodeURIComponent(JSON.stringify(QUOTE))}`
  const to = empty()
  paste(to, {
    'text/html': `<p>It said <b>“The […]\n weir “stays” &lt;open&gt;”</b> (<a href="${href}">Source</a>) once.</p>`,
  })
  expect(blocksOf(to)).toMatchObject([
    { children: [{ text: 'It said ' }, { type: 'linked-quote', shown: QUOTE.shown }, { text: ' once.' }] },
  ])
})

test('words that were changed there stay typed words, without the link', () => {
  const href = `verbatim:quote?${encodeURIComponent(JSON.stringify(QUOTE))}`
  const to = empty()
  paste(to, { 'text/html': `<p>It said “The weir closes” (<a href="${href}">Source</a>).</p>` })
  expect(JSON.stringify(blocksOf(to))).toContain('It said “The weir closes” (Source).')
  expect(JSON.stringify(blocksOf(to))).not.toContain('linked-quote')
})

test.each([
  '{',
  '{"annotation":"an_1"}',
  JSON.stringify({ ...QUOTE, alterations: [{ kind: 'magic', start: 5, end: 1, text: '' }] }),
])('a quote that is not sound is its words: %s', (data) => {
  const to = empty()
  const escaped = data.replaceAll('"', '&quot;')
  paste(to, { 'text/html': `<p><span data-verbatim-quote="${escaped}">“Words”</span></p>` })
  expect(blocksOf(to)).toMatchObject([{ children: [{ type: 'text', text: '“Words”' }] }])
})

test('nodes that claim to be the editor’s own and are not sound give way to the words', () => {
  const to = empty()
  const nodes = [{ type: 'linked-quote', version: 1, annotation: 1, alterations: 'x' }]
  paste(to, {
    'application/x-lexical-editor': JSON.stringify({ namespace: '@verbatim/brief', nodes }),
    'text/plain': 'Just words',
  })
  expect(blocksOf(to)).toMatchObject([{ children: [{ text: 'Just words' }] }])
})

test('hostile mark-up leaves words and nothing that runs or leads elsewhere', () => {
  const to = empty()
  paste(to, {
    'text/html': `<p onclick="x()">One <script>alert(1)</script><img src=x onerror=alert(1)>
      <iframe srcdoc="<script>1</script>"></iframe><a href="javascript:alert(1)">two</a> <svg onload=x()></svg></p>`,
  })
  const stored = JSON.stringify(blocksOf(to))
  expect(stored).toContain('One')
  expect(stored).not.toMatch(/javascript|script|onerror|srcdoc/)
})

test('a passage of a source is handed to whoever can ask the library', () => {
  const to = empty()
  const handed: unknown[] = []
  to.registerCommand(PASTE_PASSAGE_COMMAND, (asked) => handed.push(asked) > 0, COMMAND_PRIORITY_LOW)
  paste(to, {
    'text/html':
      '<p><span data-verbatim="verbatim:src_1?version=2&amp;segments=3-9">“words”</span> (Source)</p>',
    'text/plain': '“words” (Source)',
  })
  expect(handed).toEqual([
    {
      address: { source: 'src_1', version: 2, segments: [{ start: 3, end: 9 }], annotation: null },
      plain: '“words” (Source)',
    },
  ])
})

test('too much for a brief is refused, and the brief stays as it was', () => {
  const to = empty()
  const refused: unknown[] = []
  to.registerCommand(PASTE_REFUSED_COMMAND, (asked) => refused.push(asked) > 0, COMMAND_PRIORITY_LOW)
  const huge = 'word '.repeat(10_000_000)
  paste(to, { 'text/html': `<p>${huge}</p>`, 'text/plain': huge })
  expect(refused).toEqual([{ characters: huge.length }])
  expect(blocksOf(to)).toMatchObject([{ type: 'paragraph', children: [] }])
})
