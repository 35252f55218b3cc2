import { useMemo } from 'react'
import type { Migrated } from '../../../shared/contract/annotations.ts'
import { changedPassages, type ChangedPassage } from '../../../shared/story/changed-passages.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Side } from './Sides.tsx'

/** What a source changed from one version to the next, side by side, and which quotes stand there. */
export function ChangedPassages({
  source,
  from,
  to,
  annotations,
}: {
  readonly source: string
  readonly from: number
  readonly to: number
  readonly annotations: readonly Migrated[]
}) {
  const asked = useLive(`diff ${source} ${String(from)} ${String(to)}`, ['version'], (core) =>
    core.sources.diff({ source, from, to }),
  )
  const diff = valueOf(asked)?.diff
  const passages = useMemo(() => changedPassages(diff ?? []), [diff])
  if (asked.kind === 'failed')
    return (
      <p className="warn" role="alert">
        {sentenceOf(asked.error)}
      </p>
    )
  if (asked.kind === 'loading')
    return <div className="skeleton" role="status" aria-label={t.common.loading} />
  if (passages.length === 0) return <p className="dim">{t.versions.sameWords}</p>
  return (
    <ol className="changed">
      {passages.map((passage) => (
        <li key={`${String(passage.old.start)} ${String(passage.now.start)}`}>
          <div className="sides">
            <div>
              <h3>{t.versions.version(from)}</h3>
              <p dir="auto">
                <Side diff={passage.diff} side="old" />
              </p>
            </div>
            <div>
              <h3>{t.versions.version(to)}</h3>
              <p dir="auto">
                <Side diff={passage.diff} side="now" />
              </p>
            </div>
          </div>
          <Touched quotes={quotesIn(passage, from, annotations)} />
        </li>
      ))}
    </ol>
  )
}

function quotesIn(
  { old }: ChangedPassage,
  from: number,
  annotations: readonly Migrated[],
): readonly Migrated[] {
  return annotations.filter(
    (each) =>
      each.touched.length > 0 &&
      each.old.version === from &&
      each.old.segments.some(({ start, end }) => start < old.end && old.start < end),
  )
}

function Touched({ quotes }: { readonly quotes: readonly Migrated[] }) {
  if (quotes.length === 0) return null
  return (
    <div className="touches">
      <h4>{t.versions.touchesQuotes}</h4>
      <ul className="touched">
        {quotes.flatMap(({ annotation, touched }) =>
          touched.map(({ brief, title, words }) => (
            <li key={`${annotation} ${brief}`} dir="auto">
              {t.versions.touched(title === '' ? t.briefs.untitled : title, words)}
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
