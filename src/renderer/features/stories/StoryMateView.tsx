import { useId } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import type { StoryMate } from '../../../shared/contract/stories.ts'
import { t } from '../../app/strings/catalogue.ts'
import { StoryDiff } from './StoryDiff.tsx'

/** Where another source is from: its outlet and date. */
const placeOf = ({ publication, published }: Source): string =>
  [publication ?? t.stories.unknownOutlet, published].filter((known) => known !== null).join(', ')

/** Another source of the story: where it is from, how alike it is, and what can be done. */
export function StoryMateView({
  source,
  mate,
  open,
  part,
  differs,
  showDiffering,
}: {
  readonly source: Source
  readonly mate: StoryMate
  readonly open: () => void
  readonly part: () => void
  readonly differs: boolean
  readonly showDiffering: (on: boolean) => void
}) {
  const id = useId()
  const { source: other, likeness, said } = mate
  const facts = [
    ...(likeness === null ? [] : [t.stories.alike(Math.floor(likeness * 100))]),
    ...(said ? [t.stories.saidSo] : []),
  ]
  const comparable = source.versions > 0 && other.versions > 0
  return (
    <li>
      <button type="button" className="mate" onClick={open} title={t.stories.open(other.title)}>
        <span className="head">
          <b dir="auto">{placeOf(other)}</b>
          <span className="dim num">{facts.join(' · ')}</span>
        </span>
        <span className="dim" dir="auto">
          {other.title}
        </span>
      </button>
      <div className="acts">
        {comparable && (
          <button
            type="button"
            className="btn"
            aria-expanded={differs}
            aria-controls={differs ? id : undefined}
            onClick={() => showDiffering(!differs)}
          >
            {t.stories.differs}
          </button>
        )}
        <button type="button" className="btn ghost" onClick={part}>
          {t.stories.not}
        </button>
      </div>
      {differs && (
        <StoryDiff
          id={id}
          source={source.id}
          other={other.id}
          label={t.stories.differsFrom(placeOf(other))}
        />
      )}
    </li>
  )
}
