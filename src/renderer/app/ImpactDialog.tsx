import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { t } from './strings/catalogue.ts'

/** Asks before something that briefs use goes, or something goes for good: what it is, and what may be done. */
export function ImpactDialog({
  title,
  hint,
  acts,
  spare,
  children,
}: {
  readonly title: string
  readonly hint: string
  readonly acts: readonly { readonly label: string; readonly run: () => void }[]
  readonly spare: () => void
  /** What would go, or what it would touch. */
  readonly children?: ReactNode
}) {
  return (
    <Dialog title={title} closeLabel={t.common.cancel} close={spare} className="impact">
      <div className="body" tabIndex={0}>
        <p>{hint}</p>
        {children}
      </div>
      <footer>
        <span className="grow" />
        {acts.map(({ label, run }) => (
          <button key={label} type="button" className="btn l" onClick={run}>
            {label}
          </button>
        ))}
        {/* The act that loses nothing is the one at hand. */}
        <button type="button" className="btn l primary" data-first-focus onClick={spare}>
          {t.common.cancel}
        </button>
      </footer>
    </Dialog>
  )
}
