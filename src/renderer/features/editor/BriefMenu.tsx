import { useState } from 'react'
import type { BriefAct } from '../../../shared/contract/page.ts'
import { nameOf } from '../../app/keys.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { FOCUS_KEY, useFocusMode } from '../focus-mode/useFocusMode.ts'
import { useSaveAsTemplate } from '../briefs/useSaveAsTemplate.ts'
import { RevisionsDialog } from '../revisions/RevisionsDialog.tsx'
import { WAYS_OUT } from '../export/ways-out.ts'
import { SpellingMenu } from '../spelling/SpellingMenu.tsx'
import { TypingDialog } from '../typing/TypingDialog.tsx'
import { useTyping } from '../typing/useTyping.ts'
import { useSession } from './session-context.tsx'

/** What is done less often with the brief that is open. */
export function BriefMenu({ act }: { readonly act: (act: BriefAct) => void }) {
  const [shown, show] = useState<'revisions' | 'typing' | null>(null)
  const [focused, toggleFocus] = useFocusMode(useSession())
  const typing = useTyping(useSession())
  const { platform } = useCapabilities()
  const entries = [
    { label: t.briefMenu.revisions, run: () => show('revisions') },
    { label: t.briefMenu.asTemplate, run: useSaveAsTemplate() },
    { label: t.briefMenu.typing, run: () => show('typing') },
    { label: t.briefMenu.focus(focused, nameOf(FOCUS_KEY, platform)), run: toggleFocus },
  ]
  const ways = WAYS_OUT.map(({ act: way, chord }) => ({
    label: t.briefMenu.ways[way],
    ...(chord === null ? {} : { keys: nameOf(chord, platform) }),
    run: () => act(way),
  }))
  const groups = [
    { heading: null, entries },
    { heading: t.briefMenu.out, entries: ways },
  ]
  return (
    <>
      <Menu label={t.briefMenu.label} className="btn icon" groups={groups}>
        <Icon name="more" />
      </Menu>
      <SpellingMenu on={typing.spelling} />
      {shown === 'typing' && <TypingDialog typing={typing} close={() => show(null)} />}
      {shown === 'revisions' && <RevisionsDialog close={() => show(null)} />}
    </>
  )
}
