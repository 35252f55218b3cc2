import { $isListNode, ListNode } from '@lexical/list'
import { $getNodeByKey, type LexicalEditor } from 'lexical'

/** The items of a task list are boxes to a screen reader, which no list may hold: the list is a group of them. */
export const registerRoles = (editor: LexicalEditor): (() => void) =>
  editor.registerMutationListener(ListNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      const element = editor.getElementByKey(key)
      if (mutation === 'destroyed' || element === null) continue
      const list = editor.read(() => {
        const node = $getNodeByKey(key)
        return $isListNode(node) ? node.getListType() : null
      })
      if (list === 'check') {
        element.setAttribute('role', 'group')
        for (const item of element.children) if (item.getAttribute('role') !== 'checkbox') item.role = 'none'
      } else {
        element.removeAttribute('role')
        for (const item of element.children) if (item.role === 'none') item.removeAttribute('role')
      }
    }
  })
