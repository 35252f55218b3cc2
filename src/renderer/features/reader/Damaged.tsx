import type { Source } from '../../../shared/contract/sources.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useImport } from '../import/import-run.tsx'

/** Over the text when its stored original is not what was imported: what is kept, and the way on. */
export function Damaged({ source }: { readonly source: Source }) {
  const { show } = useImport()
  const key = `integrity ${source.id} ${source.sha256}`
  const asked = useLive(key, ['version', 'blob'], (core) => core.sources.integrity({ source: source.id }))
  const original = valueOf(asked)?.original ?? 'whole'
  if (original === 'whole') return null
  return (
    <div className="banner" role="alert">
      <Icon name="warn" />
      <p className="grow">
        <b>{t.reader.damaged[original]}</b> {t.reader.damagedKept}
      </p>
      <button type="button" className="btn" onClick={show}>
        {t.reader.importAgain}
      </button>
    </div>
  )
}
