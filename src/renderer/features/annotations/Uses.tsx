import type { Use } from '../../../shared/contract/passages.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VerdictWord } from '../editor/verdict.tsx'
import './uses.css'

/** Where a passage is quoted: brief, the words around the quote, its verdict. A press opens the brief there. */
export function Uses({ uses }: { readonly uses: readonly Use[] }) {
  const { go } = useJourney()
  return (
    <ul className="uses" aria-label={t.uses.label}>
      {uses.map(({ brief, title, start, end, before, words, after, verdict }) => (
        <li key={`${brief} ${String(start)}`}>
          <button type="button" onClick={() => go({ view: 'briefs', brief, at: { start, end } })}>
            <span className="head">
              <b dir="auto">{title === '' ? t.briefs.untitled : title}</b>
              <VerdictWord verdict={verdict} />
            </span>
            <span className="around" dir="auto">
              {before}
              <span className="quoted">{words}</span>
              {after}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** “In 2 briefs”, which unfolds them. */
export function UsesButton({
  uses,
  open,
  press,
}: {
  readonly uses: readonly Use[]
  readonly open: boolean
  readonly press: () => void
}) {
  return (
    <button type="button" className="chip b" aria-expanded={open} onClick={press}>
      <Icon name="brief" size="s" />
      {t.uses.inBriefs(new Set(uses.map(({ brief }) => brief)).size)}
    </button>
  )
}
