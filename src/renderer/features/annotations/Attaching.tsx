import type { Annotation } from '../../../shared/contract/annotations.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { Work } from './useWork.ts'

/** For a highlight that has no place: where it may belong, and the way to say so by hand. */
export function Attaching({ annotation, work }: { readonly annotation: Annotation; readonly work: Work }) {
  const { attaching, setAttaching } = work
  const isOpen = attaching === annotation.id
  return (
    <div className="attaching">
      <button
        type="button"
        className="btn"
        aria-expanded={isOpen}
        onClick={() => setAttaching(isOpen ? null : annotation.id)}
      >
        {t.annotations.findPlace}
      </button>
      {isOpen && <Candidates annotation={annotation} work={work} />}
    </div>
  )
}

function Candidates({ annotation, work }: { readonly annotation: Annotation; readonly work: Work }) {
  const { annotating, setAttaching } = work
  const found = useLive(`candidates ${annotation.id}`, ['version', 'anchor', 'anchoring'], (core) =>
    core.annotations.candidates({ annotation: annotation.id }),
  )
  const attach = async (start: number, end: number): Promise<void> => {
    if (await annotating.move(annotation, [{ start, end }])) setAttaching(null)
  }
  return (
    <>
      {found.kind === 'failed' && <p role="alert">{sentenceOf(found.error)}</p>}
      {found.kind === 'ready' && found.value.length === 0 && <p>{t.annotations.noCandidates}</p>}
      {found.kind === 'ready' && found.value.length > 0 && (
        <ul aria-label={t.annotations.candidates}>
          {found.value.map(({ start, end, exact, prefix, suffix, likeness }) => (
            <li key={start}>
              <button type="button" title={t.annotations.putHere} onClick={() => void attach(start, end)}>
                <span dir="auto">
                  {prefix}
                  <b>{exact}</b>
                  {suffix}
                </span>
                <small>{t.annotations.likeness(likeness)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">{t.annotations.attachHint}</p>
    </>
  )
}
