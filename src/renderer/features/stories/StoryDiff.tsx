import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { DiffWords } from '../../ui/DiffWords.tsx'

/** UTF-16 units of equal words around each difference. */
const AROUND = 60

const SAYS = { deleted: t.stories.onlyHere, inserted: t.stories.onlyThere, end: t.stories.end }

/** What differs between two texts of a story, with a few of the words around. */
export function StoryDiff({
  id,
  source,
  other,
  label,
}: {
  readonly id: string
  readonly source: string
  readonly other: string
  readonly label: string
}) {
  const differences = useLive(`differences ${source} ${other}`, ['version'], (core) =>
    core.stories.differences({ source, other }),
  )
  if (differences.kind === 'loading') return null
  if (differences.kind === 'failed')
    return (
      <p id={id} className="warn" role="alert">
        {sentenceOf(differences.error)}
      </p>
    )
  const { diff } = differences.value
  const same = diff.every(({ op }) => op === 'equal')
  return (
    // What overflows is scrolled by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div id={id} className="differences" role="group" aria-label={label} tabIndex={0}>
      <p className="hint">{same ? t.stories.sameWords : t.stories.legend}</p>
      {!same && (
        <p className="words" dir="auto">
          <DiffWords diff={diff} around={AROUND} says={SAYS} />
        </p>
      )}
    </div>
  )
}
