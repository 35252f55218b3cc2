import { useEffect } from 'react'
import { pressed, type Chord } from '../../../app/keys.ts'
import { useCapabilities } from '../../../app/surroundings.tsx'
import type { BriefSession } from '../session.ts'
import { ASK_COMMAND } from './asking.ts'
import { footnote } from './footnotes.ts'

/** The chords of ui.md, 5, that put something into the draft. They count while it has the focus. */
export function useBlockKeys({ editor, root }: BriefSession): void {
  const { platform } = useCapabilities()
  useEffect(() => {
    const keys: readonly [Chord, () => void][] = [
      [{ key: 'f', mod: true, alt: true }, () => footnote(editor)],
      [{ key: 'k', mod: true, shift: true }, () => editor.dispatchCommand(ASK_COMMAND, 'link')],
    ]
    const onKeyDown = (event: KeyboardEvent): void => {
      const hit = keys.find(([chord]) => pressed(event, chord, platform))
      if (hit === undefined || !root.contains(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      hit[1]()
    }
    root.addEventListener('keydown', onKeyDown, { capture: true })
    return () => root.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [editor, root, platform])
}
