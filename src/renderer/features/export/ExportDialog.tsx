import { useState } from 'react'
import type { ExportFormat, Exported } from '../../../shared/contract/briefs.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { nextToLookAt } from '../editor/useDraftKeys.ts'
import { needsLook } from '../editor/verdict.tsx'
import './export.css'

const FORMATS: readonly {
  readonly format: ExportFormat
  readonly icon: IconName
  readonly hint: 'mdHint' | 'pdfHint' | 'verbatimHint'
}[] = [
  { format: 'pdf', icon: 'print', hint: 'pdfHint' },
  { format: 'md', icon: 'note', hint: 'mdHint' },
  { format: 'verbatim', icon: 'quote', hint: 'verbatimHint' },
]

/** Sends the brief out: the format here, the place in the system's own dialog. Faults are told before, and stop nothing. */
export function ExportDialog({ name, close }: { readonly name: string; readonly close: () => void }) {
  const session = useSession()
  const { quotations } = useStore(session.checking.checked)
  const { shell } = useCapabilities()
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const { busy, write } = useExport(name, close)
  const faults = quotations.filter(({ row }) => needsLook(row)).length
  return (
    <Dialog title={t.exporting.title(name)} closeLabel={t.common.close} close={close} className="export">
      <div className="body">
        <Formats format={format} choose={setFormat} />
      </div>
      {faults > 0 && (
        <div className="banner">
          <Icon name="warn" />
          <p className="grow">
            <b>{t.exporting.faults(faults, quotations.length)}</b> {t.exporting.faultsHint}
          </p>
          <button
            type="button"
            className="btn"
            onClick={() => {
              close()
              nextToLookAt(session, 1)
            }}
          >
            {t.exporting.checkFirst}
          </button>
        </div>
      )}
      <footer>
        {shell === null && <span className="dim">{t.exporting.noShell}</span>}
        <span className="grow" />
        <button type="button" className="btn l" onClick={close}>
          {t.common.cancel}
        </button>
        <button
          type="button"
          className="btn l primary"
          disabled={busy || shell === null}
          onClick={() => void write(format)}
        >
          {busy ? t.exporting.busy : t.exporting.export}
        </button>
      </footer>
    </Dialog>
  )
}

function Formats({
  format,
  choose,
}: {
  readonly format: ExportFormat
  readonly choose: (format: ExportFormat) => void
}) {
  return (
    <fieldset className="formats">
      <legend>{t.exporting.formats}</legend>
      {FORMATS.map((each) => (
        <label key={each.format}>
          <input
            type="radio"
            name="format"
            checked={format === each.format}
            {...(format === each.format ? { 'data-first-focus': '' } : {})}
            onChange={() => choose(each.format)}
          />
          <Icon name={each.icon} />
          <span>
            <b>{t.exporting[each.format]}</b>
            <small>{t.exporting[each.hint]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function useExport(name: string, close: () => void) {
  const session = useSession()
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const [busy, setBusy] = useState(false)
  const write = async (format: ExportFormat): Promise<void> => {
    if (shell === null) return
    try {
      // What is exported is what is stored: so all is stored first.
      if (!(await session.saving.flush(true))) return say(t.exporting.unsaved)
      const { chosen } = await shell.chooseTarget({ name, format })
      if (chosen === null) return
      setBusy(true)
      // The system's dialog has asked before it named a file that is there.
      const exported = await core.briefs.export({ brief: session.id, format, out: chosen.token, force: true })
      const reveal = (): void => void shell.reveal({ token: chosen.token }).catch(fault)
      say(sentenceOf(chosen.name, exported), { label: t.exporting.showInFolder, run: reveal })
      close()
    } catch (error) {
      fault(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, write }
}

function sentenceOf(file: string, { pages, warnings }: Exported): string {
  const done = pages === undefined ? t.exporting.done(file) : t.exporting.doneWithPages(file, pages)
  return [done, ...warnings.map(({ message }) => message)].join(' ')
}
