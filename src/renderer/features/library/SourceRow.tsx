import { COLOURS, type Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { carryPlace } from '../../app/carried.ts'
import { t } from '../../app/strings/catalogue.ts'
import { formatName } from '../../app/strings/formats.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'

/** A source in the list: its title on two lines, where it is from, its highlights' colours and number, its format. */
export function SourceRow({
  source,
  annotations,
  chosen,
  choose,
}: {
  readonly source: Source
  readonly annotations: readonly Annotation[]
  readonly chosen: boolean
  readonly choose: () => void
}) {
  const colours = COLOURS.filter((colour) => annotations.some((each) => each.colour === colour))
  return (
    // The listbox has the keys; a click is the pointer's way to the same choice.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      className="row"
      data-chosen={chosen}
      onClick={choose}
      title={source.title}
      draggable
      onDragStart={(event) => carryPlace(event, { view: 'sources', source: source.id, at: null })}
    >
      <span className="t" dir="auto">
        {source.title}
      </span>
      <span className="m">
        <span>{originOf(source)}</span>
        <span className="end" />
        {source.story !== null && (
          <span className="copies" title={t.stories.mark}>
            <Icon name="copy" size="s" label={t.stories.mark} />
          </span>
        )}
        <span className="dots" aria-hidden="true">
          {colours.map((colour) => (
            <i key={colour} className={colour} />
          ))}
        </span>
        {annotations.length > 0 && (
          <span className="num" aria-hidden="true">
            {number(annotations.length)}
          </span>
        )}
        {annotations.length > 0 && <span className="vh">{t.counts.highlights(annotations.length)}</span>}
        <span className="fmt">{source.format === null ? t.library.noText : formatName(source.format)}</span>
      </span>
    </div>
  )
}

function originOf({ publication, published, authors }: Source): string {
  const year = published?.slice(0, 4)
  const from = publication ?? authors[0]
  if (from === undefined) return year ?? t.library.outletUnknown
  return year === undefined ? from : t.library.from(from, year)
}
