import type { BriefDraft } from '../brief/draft.ts'
import type { CheckedQuotation } from '../contract/check.ts'
import { startOffset, type Place } from '../quotations/draft.ts'
import { sentenceEnds } from '../verdict/sentences.ts'

/** What a brief is looked over for besides its quotations' verdicts. None of it changes a verdict. */
export const LINT_RULES = [
  /** A quotation that nothing is cited for and that is not linked. */
  'no-source',
  /** A paragraph that claims something and cites nothing. */
  'no-citation',
  /** A linked quote whose highlight names no speaker. */
  'no-speaker',
  /** A claim that rests on one source alone; copies of one report count once. */
  'one-source',
  /** A source that was published long ago. */
  'old-source',
  /** Words that their source has from somebody else. */
  'secondary',
  /** A citation of a source that the library does not have. */
  'dead-citekey',
] as const
export type LintRule = (typeof LINT_RULES)[number]

export interface LintFinding {
  readonly rule: LintRule
  /** UTF-16 offsets into the brief's text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** What it is about: the first words there, at most 80 characters. */
  readonly words: string
  /** The source it is about, by its citekey; null where it is none. */
  readonly citekey: string | null
}

/** What is known of a source. */
export interface LintSource {
  readonly citekey: string
  /** ISO 8601, as precise as known; null where it is not. */
  readonly published: string | null
  /** The story that it is a copy of; null when alone. */
  readonly story: string | null
}

/** What the library knows. */
export interface LintFacts {
  readonly source: (citekey: string) => LintSource | null
  /** The source of an annotation, and who speaks in it; null where it is unknown. */
  readonly annotation: (
    id: string,
  ) => { readonly source: LintSource | null; readonly speaker: string | null } | null
}

export interface LintOptions {
  readonly rules: ReadonlySet<LintRule>
  /** `2026-11-26` */
  readonly today: string
  /** A source is old when it was published more days ago. */
  readonly days: number
}

/** Everything that the rules find in a brief, in the order of its text. `rows` are its quotations as they were checked. */
export function lintBrief(
  draft: BriefDraft,
  rows: readonly CheckedQuotation[],
  facts: LintFacts,
  options: LintOptions,
): readonly LintFinding[] {
  const all = [
    ...ofQuotations(draft, rows, facts),
    ...ofParagraphs(draft, rows, facts),
    ...ofReferences(draft, facts, options),
  ]
  return all
    .filter(({ rule }) => options.rules.has(rule))
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
}

const MOST_WORDS = 80

function finding(
  draft: BriefDraft,
  rule: LintRule,
  { start, end }: { readonly start: number; readonly end: number },
  citekey: string | null = null,
): LintFinding {
  const all = draft.text.slice(start, end).trim().replaceAll(/\s+/gu, ' ')
  const cut = all.length <= MOST_WORDS ? all : `${all.slice(0, MOST_WORDS).replace(/\s+\S*$/u, '')} …`
  return { rule, start, end, words: cut, citekey }
}

/** Verdicts on what is no quotation of anything, or too little to ask a source for. */
const ASKS_NOTHING: ReadonlySet<string> = new Set(['set-aside', 'unclosed', 'too-short'])

function* ofQuotations(
  draft: BriefDraft,
  rows: readonly CheckedQuotation[],
  facts: LintFacts,
): Iterable<LintFinding> {
  for (const row of rows) {
    if (!row.linked && row.cited === null && !ASKS_NOTHING.has(row.verdict))
      yield finding(draft, 'no-source', row)
    const known = row.annotation === null ? null : facts.annotation(row.annotation)
    if (row.linked && known !== null && known.speaker === null)
      yield finding(draft, 'no-speaker', row, row.cited)
    if (row.warnings.some(({ code }) => code === 'secondary'))
      yield finding(draft, 'secondary', row, row.source)
  }
}

const FEWEST_WORDS = 12

/** Says something that can be checked: a number, or a name within a sentence, in a sentence of some length. */
const isClaim = (text: string): boolean =>
  sentenceEnds(text).length > 0 &&
  /[.!?…。！？؟۔।]["”’»)\]]*\s*$/u.test(text) &&
  text.split(/\s+/u).length >= FEWEST_WORDS &&
  /\d|(?<=[\p{Ll}\p{M},;]\s)\p{Lu}/u.test(text)

function* ofParagraphs(
  draft: BriefDraft,
  rows: readonly CheckedQuotation[],
  facts: LintFacts,
): Iterable<LintFinding> {
  const notes = notesOf(draft)
  for (const place of draft.places) {
    if (place.footnote !== null || place.blockQuotation !== null || place.linkedBlock) continue
    if (!isClaim(place.text)) continue
    const span = spanOf(place)
    const references = referencesOf(place, notes, facts)
    const isQuoted = rows.some(
      ({ start, end, verdict, cited }) =>
        start < span.end && span.start < end && cited !== null && !ASKS_NOTHING.has(verdict),
    )
    if (references.length === 0 && !isQuoted) yield finding(draft, 'no-citation', span)
    const stories = new Set(references.map(({ citekey, story }) => story ?? citekey))
    const [only] = references
    if (stories.size === 1 && only !== undefined) yield finding(draft, 'one-source', span, only.citekey)
  }
}

function spanOf(place: Place): { readonly start: number; readonly end: number } {
  const start = startOffset(place, 0)
  return { start, end: Math.max(start, place.segments.at(-1)?.end ?? start) }
}

/** The sources that each footnote cites or quotes, by its label. */
function notesOf(draft: BriefDraft): ReadonlyMap<string, readonly Place[]> {
  const notes = new Map<string, Place[]>()
  for (const place of draft.places) {
    if (place.footnote === null) continue
    const known = notes.get(place.footnote)
    if (known === undefined) notes.set(place.footnote, [place])
    else known.push(place)
  }
  return notes
}

/** The sources that a paragraph cites and quotes, in its notes too. One that the library does not have is none. */
function referencesOf(
  place: Place,
  notes: ReadonlyMap<string, readonly Place[]>,
  facts: LintFacts,
): readonly LintSource[] {
  return place.nodes.flatMap((node): readonly LintSource[] => {
    if (node.kind === 'citation') return node.items.flatMap(({ citekey }) => facts.source(citekey) ?? [])
    if (node.kind === 'linked') return [facts.annotation(node.link.annotation)?.source ?? []].flat()
    if (node.kind !== 'footnote') return []
    const inside = place.footnote === null ? (notes.get(node.label) ?? []) : []
    return inside.flatMap((note) => referencesOf(note, notes, facts))
  })
}

function* ofReferences(
  draft: BriefDraft,
  facts: LintFacts,
  { today, days }: LintOptions,
): Iterable<LintFinding> {
  const told = new Set<string>()
  for (const place of draft.places) {
    for (const node of place.nodes) {
      if (node.kind !== 'citation' && node.kind !== 'linked') continue
      const span = spanOf(place)
      if (node.kind === 'linked') {
        const source = facts.annotation(node.link.annotation)?.source ?? null
        if (source !== null) yield* old(draft, span, source, { today, days, told })
        continue
      }
      for (const { citekey } of node.items) {
        const source = facts.source(citekey)
        if (source === null) yield finding(draft, 'dead-citekey', span, citekey)
        else yield* old(draft, span, source, { today, days, told })
      }
    }
  }
}

/** Said once for each source, where it is first cited. */
function* old(
  draft: BriefDraft,
  span: { readonly start: number; readonly end: number },
  { citekey, published }: LintSource,
  { today, days, told }: { readonly today: string; readonly days: number; readonly told: Set<string> },
): Iterable<LintFinding> {
  if (published === null || told.has(citekey) || daysBetween(published, today) <= days) return
  told.add(citekey)
  yield finding(draft, 'old-source', span, citekey)
}

const DAY = 24 * 60 * 60 * 1000

/** Whole days; of a date that is known by year or month only, from that year's or month's end. */
function daysBetween(published: string, today: string): number {
  const [year = 0, month, day] = published.slice(0, 10).split('-').map(Number)
  const last = month === undefined ? Date.UTC(year, 11, 31) : Date.UTC(year, month, 0)
  const from = month === undefined || day === undefined ? last : Date.UTC(year, month - 1, day)
  return Math.floor((Date.parse(today) - from) / DAY)
}
