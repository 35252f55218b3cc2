import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  createCommand,
  HISTORY_PUSH_TAG,
  mergeRegister,
  registerEventListener,
  type LexicalEditor,
} from 'lexical'
import { $ensureCaret } from '../acts/insert-quote.ts'
import { $makeImage, ImageNode } from '../nodes/image.tsx'
import { $codeAt } from './code.ts'

/** What the chooser of files offers; the core looks at the content. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const

export const isImageFile = ({ type }: { readonly type: string }): boolean =>
  IMAGE_TYPES.some((known) => known === type)

/** Files that are to be put at the caret; whoever can ask the library keeps them. */
export const PUT_IMAGES_COMMAND = createCommand<readonly File[]>('PUT_IMAGES_COMMAND')

/** Images on the clipboard, and such as are dropped on the draft: these are the draft's, not sources to import. */
export const registerImages = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => files.every(isImageFile) && editor.dispatchCommand(PUT_IMAGES_COMMAND, files),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerRootListener((root) => {
      if (root === null) return undefined
      root.dataset['takes'] = 'images'
      return registerEventListener(root, 'drop', (event) => take(editor, event), { capture: true })
    }),
  )

/** Before anyone else sees the drop: files that are dropped in the window are imported. */
function take(editor: LexicalEditor, event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0 || !files.every(isImageFile)) return
  event.preventDefault()
  event.stopPropagation()
  editor.dispatchCommand(PUT_IMAGES_COMMAND, files)
}

/** Puts an image of the library at the caret and selects it. */
export function insertImage(editor: LexicalEditor, blob: string): void {
  editor.update(
    () => {
      $ensureCaret()
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      // Code has lines of words only: the image goes after it.
      $codeAt()?.insertNewAfter(selection)
      const at = $getSelection()
      if ($isRangeSelection(at)) at.insertNodes([$makeImage(blob)])
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}

/** The image that is selected, or that the caret stands right after. */
export function $imageAt(): ImageNode | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes()
    return node instanceof ImageNode ? node : null
  }
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const before =
    'getChildAtIndex' in node ? node.getChildAtIndex(anchor.offset - 1) : node.getPreviousSibling()
  const isBeside = 'getChildAtIndex' in node || anchor.offset === 0
  return isBeside && before instanceof ImageNode ? before : null
}
