import { buildEditorFromExtensions, defineExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { LinkExtension } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { RichTextExtension } from '@lexical/rich-text'
import { configExtension, type LexicalEditorWithDispose } from 'lexical'
import type { RootNode } from '../../../shared/brief/nodes.ts'
import { BlocksExtension } from './blocks/extension.ts'
import { BriefClipboardExtension } from './clipboard/clipboard.ts'
import { CopiedNotesExtension } from './clipboard/copied-notes.ts'
import { LongDraftExtension } from './long-draft.ts'
import { BRIEF_NODES } from './nodes/registered.ts'
import { SelectedQuoteExtension } from './selected-quote.ts'
import { $setSetAsideEverywhere, SetAsideExtension } from './set-aside-words.ts'
import { SheetWriter, type WrittenSheet } from './sheet-writer.ts'

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
    BlocksExtension,
    SelectedQuoteExtension,
    SetAsideExtension,
    LongDraftExtension,
    BriefClipboardExtension,
    CopiedNotesExtension,
    configExtension(HistoryExtension, { delay: 800 }),
  ],
  theme: NAMES,
  onError: (error) => {
    throw error
  },
})

/**
 * An editor with a brief's sheet in it; nothing of it can be undone yet. `setAside` are words that are no quotation
 * wherever they stand.
 */
export function openSheet(root: RootNode, setAside: readonly string[] = []): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: '@verbatim/brief',
      // One for all, so that a brief's parts are taken over whole by another.
      namespace: '@verbatim/brief',
      dependencies: [SheetExtension],
      $initialEditorState: null,
    }),
  )
  const state = editor.parseEditorState({ root: root as never }, () => $setSetAsideEverywhere(setAside))
  editor.setEditorState(state, { tag: 'history-merge' })
  return editor
}

const WRITERS = new WeakMap<LexicalEditorWithDispose, SheetWriter>()

/** What is on an editor's sheet now. */
export function sheetOf(editor: LexicalEditorWithDispose): WrittenSheet {
  const writer = WRITERS.get(editor) ?? new SheetWriter(editor)
  WRITERS.set(editor, writer)
  return writer.sheet()
}
