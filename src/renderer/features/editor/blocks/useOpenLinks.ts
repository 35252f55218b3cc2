import { $isLinkNode } from '@lexical/link'
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  isDOMNode,
} from 'lexical'
import { useEffect } from 'react'
import { isSafeLink } from '../../../../shared/document/link.ts'
import { useMessages } from '../../../app/messages.tsx'
import { useCapabilities } from '../../../app/surroundings.tsx'
import type { BriefSession } from '../session.ts'

/** Ctrl+click (⌘ on macOS) on a link opens it outside, by the shell, where there is one. */
export function useOpenLinks({ editor }: BriefSession): void {
  const { shell, platform } = useCapabilities()
  const { fault } = useMessages()
  useEffect(() => {
    const $open = (event: MouseEvent): boolean => {
      if (!(platform === 'mac' ? event.metaKey : event.ctrlKey) || !isDOMNode(event.target)) return false
      const node = $getNearestNodeFromDOMNode(event.target)
      const link = node === null ? null : $findMatchingParent(node, $isLinkNode)
      if (link === null) return false
      event.preventDefault()
      const href = link.getURL()
      if (shell !== null && isSafeLink(href)) shell.openLink({ href }).catch(fault)
      return true
    }
    return editor.registerCommand(CLICK_COMMAND, $open, COMMAND_PRIORITY_HIGH)
  }, [editor, shell, platform, fault])
}
