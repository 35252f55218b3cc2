import { dateIn } from '../../dates.ts'
import type { PageElement } from './page.ts'
import { wordsOf } from './page.ts'

const LONGEST = 100
const MOST = 20
/** In UTF-16 units of the page around its heading. */
const BEFORE = 2000
const AFTER = 8000

const DATED =
  /(?:^|[\s_-])(?:date|published|pubdate|timestamp|posted|entry-date|dateline|byline|time)(?:$|[\s_-])|publish(?:ed)?[-_]?(?:date|time|on)/i
const LABELLED =
  /^\W{0,3}(?:published|posted|written|issued|first published|publicado|publicada|publié|veröffentlicht|publiziert|erschienen|stand:?\s|pubblicato|gepubliceerd|publicerad|publisert|opublikowano|опубликовано|기사입력|입력|등록|发布|發佈|公開|投稿)/iu
const CHANGED =
  /updated|modified|last edited|actualizado|atualizado|aktualisiert|mis à jour|aggiornato|обновлено|수정/iu
const FEW_LETTERS = 30

/**
 * Dates that a page shows, likeliest first: those marked as the day of publishing, then `time` elements, elements
 * whose class says so and short dated lines, the nearest to the heading first. `elements` are those that speak of the
 * article itself.
 */
export function visibleDates(elements: readonly PageElement[]): string[] {
  const heading = elements.find(({ name }) => name === 'h1')
  const times = elements.filter(({ name }) => name === 'time')
  const marked = times.filter(
    ({ attributes }) => attributes.has('pubdate') || /publish/i.test(attributes.get('class') ?? ''),
  )
  const named = elements.filter(
    ({ name, attributes }) =>
      name !== 'time' && DATED.test(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`),
  )
  const lines = datedLines(elements, heading)
  const others = [...times, ...named.slice(0, MOST), ...lines]
  const sorted =
    heading === undefined
      ? others
      : others.toSorted((one, other) => distance(one, heading) - distance(other, heading))
  return [...marked, ...sorted].map(dateText)
}

function dateText(element: PageElement): string {
  const given = element.attributes.get('datetime')
  if (given !== undefined && dateIn(given) !== null) return given
  const words = squeeze(wordsOf(element)).slice(0, LONGEST)
  const [before = ''] = words.split(CHANGED)
  return dateIn(before) === null ? words : before
}

/** What stands before the heading is farther than it looks. */
const distance = ({ start }: PageElement, heading: PageElement): number =>
  start >= heading.start ? start - heading.start : (heading.start - start) * 3

/** Short lines that say that they are the day of publishing, or are a date and little else near the heading. */
function datedLines(elements: readonly PageElement[], heading: PageElement | undefined): PageElement[] {
  const isNear = ({ start }: PageElement): boolean =>
    heading !== undefined && start > heading.start - BEFORE && start < heading.end + AFTER
  return elements
    .filter(
      (element) =>
        element.children.some((child) => child.kind === 'text' && /\d/.test(child.value)) &&
        isDateLine(wordsOf(element), isNear(element)),
    )
    .slice(0, MOST)
}

function isDateLine(text: string, near: boolean): boolean {
  if (text.length > LONGEST * 3) return false
  const words = squeeze(text)
  if (words.length > LONGEST || CHANGED.test(words)) return false
  if (dateIn(words)?.length !== 'yyyy-mm-dd'.length) return false
  return LABELLED.test(words) || (near && words.replace(/[^\p{L}]/gu, '').length <= FEW_LETTERS)
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()
