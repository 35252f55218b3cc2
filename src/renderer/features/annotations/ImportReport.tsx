import type { AnnotationImport } from '../../../shared/contract/annotations.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { Report } from './InAndOut.tsx'
import './import-report.css'

const ROW = 56

const ICONS: Readonly<Record<AnnotationImport['status'], IconName>> = {
  imported: 'verbatim',
  duplicate: 'copy',
  failed: 'fail',
}

/** What needs a look comes first. */
const ORDER: readonly AnnotationImport['status'][] = ['failed', 'duplicate', 'imported']

const keyOf = ({ index }: AnnotationImport): string => String(index)

/** What became of each annotation of a file that was taken in. */
export function ImportReport({ report, close }: { readonly report: Report; readonly close: () => void }) {
  const { file, outcomes } = report
  const imported = outcomes.filter(({ status }) => status === 'imported').length
  const rows = outcomes.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
  return (
    <Dialog
      title={t.annotations.report.title(file)}
      closeLabel={t.common.close}
      close={close}
      className="import-report"
    >
      <p className="body">
        {outcomes.length === 0
          ? t.annotations.report.none
          : t.annotations.report.summary(imported, outcomes.length)}
      </p>
      <VirtualList
        items={rows}
        keyOf={keyOf}
        estimate={ROW}
        label={t.annotations.report.title(file)}
        role="list"
      >
        {(outcome) => <Row outcome={outcome} />}
      </VirtualList>
      <footer>
        <span className="grow" />
        <button type="button" className="btn l primary" data-first-focus onClick={close}>
          {t.common.close}
        </button>
      </footer>
    </Dialog>
  )
}

function Row({ outcome }: { readonly outcome: AnnotationImport }) {
  const { status, annotation, error, id, index } = outcome
  return (
    <div className={`row ${status}`}>
      <Icon name={ICONS[status]} />
      <b>{t.annotations.report.statuses[status]}</b>
      <div className="grow">
        <p dir="auto">{annotation?.exact ?? id ?? t.annotations.report.nameless(index + 1)}</p>
        {error !== null && <p className="dim">{error.message}</p>}
        {status === 'duplicate' && <p className="dim">{t.annotations.report.duplicate}</p>}
      </div>
    </div>
  )
}
