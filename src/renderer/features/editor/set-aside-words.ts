import {
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getState,
  $setState,
  createState,
  defineExtension,
  mergeRegister,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { SetAsideNode } from './nodes/set-aside.ts'

const everywhere = createState('setAside', {
  parse: (value): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []),
})

/** Words that are no quotation wherever the brief has them. They stand with the sheet, so that undo takes them along. */
export const $setAsideEverywhere = (): readonly string[] => $getState($getRoot(), everywhere)

export const $setSetAsideEverywhere = (words: readonly string[]): void =>
  void $setState($getRoot(), everywhere, words)

/** What was set aside is no quotation for as long as its words stay the same: changed ones are judged like any others. */
export const SetAsideExtension = defineExtension({
  name: '@verbatim/set-aside',
  register: (editor) => {
    /** The words before an input method began to change them; it is left alone until it is done. */
    const composed = new Map<string, string>()
    const $look = (node: LexicalNode): void => {
      const aside = $asideOf(node)
      if (aside === null) return
      const key = aside.getKey()
      const before = composed.get(key) ?? wordsBefore(editor, key)
      if (before === null) return
      if (editor.isComposing()) composed.set(key, before)
      else {
        composed.delete(key)
        if (aside.getTextContent() !== before) $letGo(aside)
      }
    }
    return mergeRegister(
      editor.registerNodeTransform(TextNode, $look),
      editor.registerNodeTransform(SetAsideNode, $look),
    )
  },
})

/** The words set aside that a node is or stands in. */
export const $asideOf = (node: LexicalNode): SetAsideNode | null =>
  $findMatchingParent(node, (each) => each instanceof SetAsideNode)

/** Leaves the words where they are, as words like any others. */
export function $letGo(aside: SetAsideNode): void {
  for (const child of aside.getChildren()) aside.insertBefore(child)
  aside.remove()
}

/** As they stood before the update that is under way; null where it made them. */
const wordsBefore = (editor: LexicalEditor, key: string): string | null =>
  editor.getEditorState().read(() => $getNodeByKey(key)?.getTextContent() ?? null)
