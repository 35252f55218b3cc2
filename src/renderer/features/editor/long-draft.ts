import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical'

/** A draft of more blocks has those out of sight not laid out (`long` in brief.css), so that typing stays quick. */
const MANY = 120

/**
 * Marks long drafts. In one the browser's own way to the very start or end stops at blocks that are not laid out, so these
 * keys put the caret there themselves.
 */
export const LongDraftExtension = defineExtension({
  name: '@verbatim/long-draft',
  register: (editor) => {
    const mark = (): void => {
      const blocks = editor.read(() => $getRoot().getChildrenSize())
      editor.getRootElement()?.classList.toggle('long', blocks > MANY)
    }
    return mergeRegister(
      editor.registerRootListener(mark),
      editor.registerUpdateListener(({ dirtyElements }) => {
        if (dirtyElements.has('root')) mark()
      }),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (editor.getRootElement()?.classList.contains('long') !== true) return false
          const to = edgeOf(event)
          if (to === null) return false
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
