import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical'
import { BlockGroups } from './block-groups.ts'

/** A draft of more blocks has those out of sight not laid out, so that typing stays quick. */
const MANY = 120

const GROUPS = new WeakMap<HTMLElement, BlockGroups>()

/** The groups that a long draft's blocks are laid out in; null for others, all of which is laid out. */
export const groupsOf = (root: HTMLElement): BlockGroups | null => GROUPS.get(root) ?? null

/**
 * Lays long drafts out in groups; one that was long stays so. In one the browser's own way to the very start or end stops
 * at blocks that are not laid out, so these keys put the caret there themselves.
 */
export const LongDraftExtension = defineExtension({
  name: '@verbatim/long-draft',
  register: (editor) => {
    const mark = (): void => {
      const root = editor.getRootElement()
      if (root === null || GROUPS.has(root) || editor.read(() => $getRoot().getChildrenSize()) <= MANY) return
      GROUPS.set(root, new BlockGroups(root))
    }
    return mergeRegister(
      editor.registerRootListener(mark),
      editor.registerUpdateListener(({ dirtyElements }) => {
        if (dirtyElements.has('root')) mark()
      }),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const root = editor.getRootElement()
          const groups = root === null ? null : groupsOf(root)
          const to = edgeOf(event)
          if (root === null || groups === null || to === null) return false
          const block = to === 'start' ? root.firstElementChild : root.lastElementChild
          if (block !== null) groups.layOut(block)
          $goToEdge(to, event.shiftKey)
          event.preventDefault()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
  },
})

type Edge = 'start' | 'end'

function edgeOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Edge | null {
  if (altKey) return null
  if (ctrlKey && !metaKey) return key === 'Home' ? 'start' : key === 'End' ? 'end' : null
  if (metaKey && !ctrlKey) return key === 'ArrowUp' ? 'start' : key === 'ArrowDown' ? 'end' : null
  return null
}

/** With `extend` what is selected goes on to there. */
function $goToEdge(to: Edge, extend: boolean): void {
  const before = $getSelection()
  const anchor = $isRangeSelection(before) ? before.anchor : null
  const [key, offset, type] =
    anchor === null ? [null, 0, 'text' as const] : [anchor.key, anchor.offset, anchor.type]
  const selection = to === 'start' ? $getRoot().selectStart() : $getRoot().selectEnd()
  if (extend && key !== null) selection.anchor.set(key, offset, type)
}
