import { blockWords } from './block-words.ts'
import type { Citations, Span } from './citing.ts'
import { citationsOf } from './citing.ts'
import type { Draft, LinkedRange, Place } from './draft.ts'
import { noteAfter } from './note.ts'
import { properName } from './proper-name.ts'
import type { Part } from './part.ts'
import { isEmpty, trimmed, wordsOf } from './part.ts'
import type { Quotation } from './quotation.ts'
import type { Found } from './typed.ts'
import { isLinkedAlready, isSetAside, setAsidePart, typedQuotations } from './typed.ts'
import { setAsideByWords } from './set-aside.ts'
import { madeOf } from './source-tag.ts'
import { speakersNear } from './speakers.ts'

const NONE: ReadonlySet<string> = new Set()

/** Every quotation of a draft by position: linked, typed, block, set aside, and marks without a partner. */
export function findQuotations(draft: Draft): readonly Quotation[] {
  const citations = citationsOf(draft)
  const found: Quotation[] = []
  for (let at = 0; at < draft.places.length;) {
    const run = runFrom(draft.places, at)
    const before = draft.places[at - 1] ?? null
    const inRun =
      run[0]?.blockQuotation == null
        ? inParagraphs(run, citations, draft.setAside ?? NONE)
        : inBlock(run, before, citations)
    for (const quotation of inRun) found.push(quotation)
    at += run.length
  }
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Places that belong together: one block quotation, or neighbours in one container. */
function runFrom(places: readonly Place[], from: number): readonly Place[] {
  const first = places[from]
  if (first === undefined) return []
  const end = places.findIndex(
    (place, index) =>
      index > from &&
      (place.blockQuotation !== first.blockQuotation ||
        (first.blockQuotation === null && (place.container !== first.container || place.linkedBlock))),
  )
  return places.slice(from, first.linkedBlock ? from + 1 : end < 0 ? undefined : end)
}

function inParagraphs(
  run: readonly Place[],
  citations: Citations,
  words: ReadonlySet<string>,
): readonly Quotation[] {
  const typed = typedQuotations(run)
  const outer = typed.filter((quotation) => quotation.depth === 0)
  const spans = spansOf(outer)
  const found = outer.map((quotation) => {
    const one = typedQuotation(quotation, spans.get(behind(quotation).place) ?? [], citations)
    const isCited = citations.rightAfter(behind(quotation), Infinity) !== null
    return isCited ? one : setAsideByWords(one, words)
  })
  for (const inner of typed) {
    const own = inner.depth === 0 ? null : citations.rightAfter(behind(inner), inner.within)
    if (own !== null) found.push({ ...typedQuotation(inner, [], citations), citation: own })
  }
  for (const place of run) found.push(...nodesOf(place, spans.get(place) ?? [], citations))
  return found
}

/** Where quotations stand in each place. */
function spansOf(all: readonly Found[]): ReadonlyMap<Place, readonly Span[]> {
  const spans = new Map<Place, Part[]>()
  for (const part of all.flatMap(({ parts }) => parts)) {
    const known = spans.get(part.place)
    if (known === undefined) spans.set(part.place, [part])
    else known.push(part)
  }
  return spans
}

/** The closing mark's end. */
const behind = (found: Found): Part => {
  const last = found.parts.at(-1) ?? found.parts[0]
  if (last === undefined) throw new RangeError('a quotation has at least one part')
  return { ...last, end: found.end }
}

function typedQuotation(found: Found, spans: readonly Span[], citations: Citations): Quotation {
  const place = found.parts.length === 1 ? found.parts[0]?.place : undefined
  const made = place === undefined ? null : madeOf(place, found.start, found.end)
  return {
    ...(made === null ? {} : { madeOf: made }),
    ...wordsOf(found.parts),
    form: 'inline',
    state: found.state,
    link: null,
    citation: citations.of(found.parts, spans),
    note: found.state === 'unclosed' ? null : noteAfter(behind(found)),
    speakers: found.state === 'unclosed' ? [] : speakersNear(found.parts, found.start, found.end),
  }
}

/** Linked quotes and what was set aside, of one place. */
function nodesOf(place: Place, spans: readonly Span[], citations: Citations): readonly Quotation[] {
  return place.nodes.flatMap((node): readonly Quotation[] => {
    if (node.kind === 'linked') return [linkedQuotation(place, node, spans, citations)]
    if (node.kind !== 'set-aside') return []
    const part = setAsidePart(place, node)
    if (isEmpty(part)) return []
    const found: Found = {
      parts: [part],
      start: node.start,
      end: node.end,
      depth: 0,
      within: 0,
      state: 'set-aside',
    }
    return [typedQuotation(found, spans, citations)]
  })
}

function linkedQuotation(
  place: Place,
  node: LinkedRange,
  spans: readonly Span[],
  citations: Citations,
): Quotation {
  const part = trimmed({ place, start: node.start, end: node.end })
  const { start, end, footnotes } = wordsOf([part])
  return {
    text: node.words,
    start,
    end,
    footnotes: footnotes.filter((at) => at < node.words.length),
    form: place.linkedBlock ? 'block' : 'inline',
    state: 'closed',
    link: node.link,
    citation: citations.of([part], spans),
    note: noteAfter(part) ?? noteAfter({ ...part, end: part.end + 1 }),
    speakers: speakersNear([part], node.start, node.end),
  }
}

/** A block quotation is one quotation; those inside it count when they have a citation of their own. */
function inBlock(run: readonly Place[], before: Place | null, citations: Citations): readonly Quotation[] {
  const linked = run.flatMap((place) => nodesOf(place, [], citations))
  const { parts, by } = blockWords(run)
  const last = parts.at(-1)
  const first = parts[0]
  if (first === undefined || last === undefined) return linked
  const isOne = first.place.nodes.some((node) => isLinkedAlready(first, node) || isSetAside(first, node))
  if (isOne && parts.length === 1)
    return linked.map((quotation) => ({ ...quotation, form: 'block' as const }))
  const inner = typedQuotations(run).flatMap((found) => {
    const limit = found.parts.at(-1)?.place === last.place ? last.end : Infinity
    const own = found.state === 'closed' ? citations.rightAfter(behind(found), limit) : null
    return own === null ? [] : [{ ...typedQuotation(found, [], citations), citation: own }]
  })
  const quotation: Quotation = {
    ...wordsOf(parts),
    form: 'block',
    state: 'closed',
    link: null,
    citation: citations.of(parts, [{ start: 0, end: last.end }]),
    note: noteAfter(last) ?? noteAfter({ ...last, end: last.end + 1 }),
    speakers: by === null ? speakersBefore(before) : signers(by),
  }
  return [quotation, ...inner, ...linked]
}

/** The name in `Odran Teague, chair of the board`. */
function signers(line: string): readonly string[] {
  const name = properName(line.split(/[,;(—–]/u, 1)[0] ?? '')
  return name === null ? [] : [name]
}

/** "Teague wrote:" before a block quotation. */
function speakersBefore(place: Place | null): readonly string[] {
  if (place === null || !/[:：]\s*$/u.test(place.text)) return []
  const end = place.text.length
  return speakersNear([{ place, start: end, end }], end, end)
}
