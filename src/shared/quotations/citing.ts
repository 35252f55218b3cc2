import type { CitationItem } from '../brief/nodes.ts'
import type { Draft, Place } from './draft.ts'
import type { Part } from './part.ts'
import type { DraftCitation } from './quotation.ts'
import { sentenceStarts } from './sentences.ts'

/** A citation at a place of the draft; one inside a footnote counts where the footnote's reference stands. */
interface Cite {
  readonly at: number
  readonly items: readonly CitationItem[]
}

/** Answers which citation a quotation is held against (quotations.md, section 2). */
export interface Citations {
  /** `within`: no boundary of sentences inside these ranges of the last place counts. */
  readonly of: (parts: readonly Part[], spans: readonly Span[]) => DraftCitation | null
  /** The one that follows the words at once, between `end` and `limit` of the place. */
  readonly rightAfter: (part: Part, limit: number) => DraftCitation | null
}

/** UTF-16 units of a place's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function citationsOf(draft: Draft): Citations {
  const footnotes = new Map<string, CitationItem[][]>()
  for (const place of draft.places) {
    if (place.footnote === null) continue
    const known = footnotes.get(place.footnote) ?? []
    for (const node of place.nodes) if (node.kind === 'citation') known.push([...node.items])
    footnotes.set(place.footnote, known)
  }
  const cites = new Map<Place, readonly Cite[]>()
  const domains = new Map<number, Cite[]>()
  for (const place of draft.places) {
    const here = citesIn(place, footnotes)
    cites.set(place, here)
    const domain = domains.get(place.domain) ?? []
    domain.push(...here)
    domains.set(place.domain, domain)
  }
  const inPlace = (place: Place) => cites.get(place) ?? []
  return {
    of: (parts, spans) =>
      asDraftCitation(
        nearest(parts, spans, inPlace) ?? domains.get(parts.at(-1)?.place.domain ?? -1)?.at(-1),
      ),
    rightAfter: ({ place, end }, limit) =>
      asDraftCitation(
        inPlace(place).find(
          (cite) =>
            cite.at >= end && cite.at <= limit && /^[\s\p{P}]*$/u.test(place.text.slice(end, cite.at)),
        ),
      ),
  }
}

const citesIn = (place: Place, footnotes: ReadonlyMap<string, readonly CitationItem[][]>): readonly Cite[] =>
  place.nodes.flatMap((node) => {
    if (node.kind === 'citation') return [{ at: node.start, items: node.items }]
    if (node.kind !== 'footnote') return []
    return (footnotes.get(node.label) ?? []).map((items) => ({ at: node.start, items }))
  })

function nearest(
  parts: readonly Part[],
  spans: readonly Span[],
  inPlace: (place: Place) => readonly Cite[],
): Cite | undefined {
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return undefined
  const after = inPlace(last.place).filter(({ at }) => at >= last.end)
  const until =
    sentenceStarts(last.place).find((start) => start >= last.end && !inside(start, spans)) ?? Infinity
  const before = inPlace(first.place).filter(({ at }) => at <= first.start)
  const since =
    sentenceStarts(first.place).findLast((start) => start <= first.start && !inside(start, spans)) ?? 0
  return (
    after.find(({ at }) => at <= until) ??
    before.findLast(({ at }) => at > since || since === 0) ??
    inPlace(last.place).findLast(({ at }) => at >= last.start && at < last.end) ??
    inPlace(last.place).at(-1)
  )
}

const inside = (at: number, spans: readonly Span[]) => spans.some(({ start, end }) => at > start && at < end)

function asDraftCitation(cite: Cite | undefined): DraftCitation | null {
  if (cite === undefined) return null
  return { items: cite.items.map(({ citekey, locator }) => ({ citekey, locator })) }
}
