import { buildEditorFromExtensions, defineExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { LinkExtension } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { ReactExtension } from '@lexical/react/ReactExtension'
import { ReactProviderExtension } from '@lexical/react/ReactProviderExtension'
import { RichTextExtension } from '@lexical/rich-text'
import { configExtension, type LexicalEditorWithDispose, type LexicalNode } from 'lexical'
import type { Block, Inline, RootNode } from '../../../shared/brief/nodes.ts'
import { BriefClipboardExtension } from './clipboard/clipboard.ts'
import { BRIEF_NODES } from './nodes/registered.ts'
import { SelectedQuoteExtension } from './selected-quote.ts'
import { $written } from './written.ts'

const NAMES = {
  paragraph: 'para',
  quote: 'typed-block',
  text: { bold: 'bold', italic: 'italic', strikethrough: 'strike', code: 'code' },
}

const SheetExtension = defineExtension({
  name: '@verbatim/sheet',
  nodes: BRIEF_NODES,
  dependencies: [
    RichTextExtension,
    ListExtension,
    LinkExtension,
    SelectedQuoteExtension,
    BriefClipboardExtension,
    configExtension(HistoryExtension, { delay: 800 }),
    ReactProviderExtension,
    configExtension(ReactExtension, { contentEditable: null }),
  ],
  theme: NAMES,
  onError: (error) => {
    throw error
  },
})

/** An editor with a brief's sheet in it; nothing of it can be undone yet. */
export function openSheet(root: RootNode): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({ name: '@verbatim/brief', dependencies: [SheetExtension], $initialEditorState: null }),
  )
  editor.setEditorState(editor.parseEditorState({ root: root as never }), { tag: 'history-merge' })
  return editor
}

/** What is on the sheet, in the stored form; and by which of the editor's nodes each part is shown. */
export function sheetOf(editor: LexicalEditorWithDispose): {
  readonly root: RootNode
  readonly nodes: ReadonlyMap<Block | Inline, LexicalNode>
} {
  const nodes = new Map<Block | Inline, LexicalNode>()
  const root = editor.read(() => $written((written, from) => nodes.set(written, from)))
  return { root, nodes }
}
