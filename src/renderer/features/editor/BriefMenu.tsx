import { useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { RevisionsDialog } from '../revisions/RevisionsDialog.tsx'

/** What is done less often with the brief that is open. */
export function BriefMenu() {
  const [shown, show] = useState<'revisions' | null>(null)
  const entries = [{ label: t.briefMenu.revisions, run: () => show('revisions') }]
  return (
    <>
      <Menu label={t.briefMenu.label} className="btn icon" groups={[{ heading: null, entries }]}>
        <Icon name="dots" />
      </Menu>
      {shown === 'revisions' && <RevisionsDialog close={() => show(null)} />}
    </>
  )
}
