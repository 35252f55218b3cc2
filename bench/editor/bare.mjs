// Lexical alone: rich text and undo, nothing else. Built as one script that is put into an empty page.
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'

globalThis.bareLexical = (paragraphs) => {
  document.body.replaceChildren()
  const scroller = document.createElement('div')
  scroller.style.cssText = 'height: 100vh; overflow: auto; font: 18px/1.5 serif'
  const root = document.createElement('div')
  root.contentEditable = 'true'
  root.className = 'bare-lexical'
  root.spellcheck = false
  scroller.append(root)
  document.body.append(scroller)
  const editor = createEditor({
    nodes: [HeadingNode, QuoteNode],
    onError: (error) => {
      throw error
    },
  })
  editor.setRootElement(root)
  registerRichText(editor)
  registerHistory(editor, createEmptyHistoryState(), 800)
  editor.update(
    () => {
      const nodes = paragraphs.map((text) => $createParagraphNode().append($createTextNode(text)))
      $getRoot()
        .clear()
        .append(...nodes)
    },
    { discrete: true },
  )
  globalThis.bareState = () => JSON.stringify(editor.getEditorState().toJSON()).length
}
