import { useState } from 'react'
import type { Segment } from '../../../shared/contract/annotations.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'

/** What stands around a candidate is cut anywhere: half a word at the cut is left out where a space is near. */
const wholeFrom = (prefix: string): string => prefix.replace(/^\S{1,20}\s/u, '')
const wholeTo = (suffix: string): string => suffix.replace(/\s\S{1,20}$/u, '')

/** Where a lost highlight may belong: the likest passages, or words selected in the new text by hand. */
export function ChoosePassage({
  source,
  version,
  annotation,
  choose,
}: {
  readonly source: string
  readonly version: number
  readonly annotation: string
  readonly choose: (segment: Segment) => void
}) {
  const candidates = useLive(
    `candidates ${annotation} ${String(version)}`,
    ['version', 'anchor', 'anchoring'],
    (core) => core.annotations.candidates({ annotation }),
  )
  const found = valueOf(candidates) ?? []
  return (
    <div className="choosing">
      <h4>{t.versions.candidates}</h4>
      {candidates.kind === 'failed' && (
        <p className="warn" role="alert">
          {sentenceOf(candidates.error)}
        </p>
      )}
      {candidates.kind === 'ready' && found.length === 0 && <p className="dim">{t.versions.noCandidates}</p>}
      <ol>
        {found.map(({ start, end, exact, prefix, suffix }) => (
          <li key={start}>
            <p dir="auto">
              <span className="away">{wholeFrom(prefix)}</span>
              <mark className="blue">{exact}</mark>
              <span className="away">{wholeTo(suffix)}</span>
            </p>
            <button type="button" className="btn" onClick={() => choose({ start, end })}>
              {t.versions.chooseThis}
            </button>
          </li>
        ))}
      </ol>
      <ByHand source={source} version={version} choose={choose} />
    </div>
  )
}

/** The new text in a field that cannot be written in: its selection is the text's own offsets, by pointer and by keys. */
function ByHand({
  source,
  version,
  choose,
}: {
  readonly source: string
  readonly version: number
  readonly choose: (segment: Segment) => void
}) {
  const [selected, setSelected] = useState<Segment | null>(null)
  const text = valueOf(
    useLive(`text ${source} ${String(version)}`, ['version'], (core) =>
      core.sources.text({ source, version }),
    ),
  )
  if (text === null) return null
  return (
    <label className="by-hand">
      <span>{t.versions.orSelect}</span>
      <textarea
        readOnly
        rows={8}
        dir="auto"
        value={text.text}
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
          setSelected(start < end ? { start, end } : null)
        }
      />
      <button
        type="button"
        className="btn"
        disabled={selected === null}
        onClick={() => selected !== null && choose(selected)}
      >
        {t.versions.takeSelection}
      </button>
    </label>
  )
}
