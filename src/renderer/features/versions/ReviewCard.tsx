import { useState } from 'react'
import type { Migrated, Segment } from '../../../shared/contract/annotations.ts'
import { diffWords } from '../../../shared/verdict/diff.ts'
import { t } from '../../app/strings/catalogue.ts'
import { ChoosePassage } from './ChoosePassage.tsx'
import { Side } from './Sides.tsx'
import { useSettling } from './useSettling.ts'

/** A highlight that moved or was lost: both passages, the briefs that quote it, and what can be said to it. */
export function ReviewCard({
  source,
  version,
  migrated,
  letGo,
}: {
  readonly source: string
  /** The source's newest version. */
  readonly version: number
  readonly migrated: Migrated
  readonly letGo: () => void
}) {
  const { old, now, outcome, decided, colour, touched } = migrated
  const diff = now === null ? [] : diffWords(old.exact, now.exact)
  return (
    <li className={`rv m-${colour}`} data-decided={decided ?? 'open'}>
      <p className="state">
        <b>{t.versions.outcome[outcome]}</b>
        {decided === 'taken' && <span className="dim">{t.versions.decided.taken}</span>}
        {decided === 'kept' && <span className="dim">{t.versions.decided.kept(old.version)}</span>}
      </p>
      <div className="sides">
        <div>
          <h3>{t.versions.version(old.version)}</h3>
          <p dir="auto">{now === null ? old.exact : <Side diff={diff} side="old" />}</p>
        </div>
        <div>
          <h3>{t.versions.version(version)}</h3>
          {now === null ? (
            <p className="dim">{t.versions.gone}</p>
          ) : (
            <p dir="auto">
              <Side diff={diff} side="now" />
            </p>
          )}
        </div>
      </div>
      {touched.length > 0 && (
        <ul className="touched" aria-label={t.uses.label}>
          {touched.map(({ brief, title, quotes }) => (
            <li key={brief} dir="auto">
              {t.versions.touched(title === '' ? t.briefs.untitled : title, t.versions.quotes(quotes))}
            </li>
          ))}
        </ul>
      )}
      <Acts source={source} version={version} migrated={migrated} letGo={letGo} />
    </li>
  )
}

function Acts({
  source,
  version,
  migrated: { annotation, now, old, decided, touched },
  letGo,
}: {
  readonly source: string
  readonly version: number
  readonly migrated: Migrated
  readonly letGo: () => void
}) {
  const settle = useSettling()
  const [choosing, setChoosing] = useState(false)
  const annotations = [annotation]
  const take = (): void => settle({ decision: 'take', annotations }, t.versions.took(1))
  const keep = (): void => settle({ decision: 'keep', annotations }, t.versions.keptNow(old.version))
  const choose = (segment: Segment): void => {
    setChoosing(false)
    settle({ decision: 'place', annotation, segments: [segment] }, t.versions.chosen)
  }
  // A highlight that was drawn anew took its place, and the quotes of it may still show the older one.
  const canTake = now !== null && (decided !== 'taken' || touched.some(({ older }) => older > 0))
  return (
    <>
      <div className="acts">
        {canTake && (
          <button type="button" className="btn primary" onClick={take}>
            {t.versions.take}
          </button>
        )}
        {now === null && (
          <button
            type="button"
            className="btn primary"
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            {t.versions.choose}
          </button>
        )}
        {decided !== 'kept' && (
          <button type="button" className="btn" onClick={keep}>
            {t.versions.keep(old.version)}
          </button>
        )}
        {now === null && (
          <button type="button" className="btn" onClick={letGo}>
            {t.versions.letGo}
          </button>
        )}
      </div>
      {choosing && (
        <ChoosePassage source={source} version={version} annotation={annotation} choose={choose} />
      )}
    </>
  )
}
