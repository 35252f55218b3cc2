import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Affected } from './Affected.tsx'

/** Briefs that cite a source without quoting it: nothing in its text leads to them. */
export function CitingBriefs({ source }: { readonly source: string }) {
  const using = useLive(`using ${source}`, ['brief', 'annotation', 'source'], (core) =>
    core.briefs.using({ source }),
  )
  const citing = (valueOf(using) ?? []).filter(({ quotes }) => quotes === 0)
  if (citing.length === 0) return null
  return (
    <section className="citing">
      <h2>{t.uses.onlyCited}</h2>
      <Affected affected={citing} label={t.uses.onlyCited} />
    </section>
  )
}
