import type { CheckedQuotation, Found, Verdict } from '../../../shared/contract/check.ts'
import { keepsLimits } from './change-limits.ts'
import { changesBetween, cutsWord, verdictOf, type Change } from './changes.ts'
import type { PackageSources } from './package-sources.ts'
import type { ProvenQuotation, ProvingPassage } from './proof.ts'
import type { Provenance } from './provenance.ts'
import { wellFormed } from './well-formed.ts'
import { bareWords, placeIn, type ReadPlace, type TextForm } from './reading.ts'

/** What is known of a quotation before its number and its places are. */
type Judged = Omit<ProvenQuotation, 'number' | 'places'>

const SURE: ReadonlySet<Verdict> = new Set(['verbatim', 'normalised', 'marked'])
const WITHOUT_PASSAGE: ReadonlySet<Verdict> = new Set(['not-found', 'orphaned', 'set-aside', 'unclosed'])
/** UTF-16 units of the source on each side of a passage. */
const AROUND = 300

/** What a package says of one quotation; its sources are taken into the package. */
export function judgedQuotation(
  row: CheckedQuotation,
  sources: PackageSources,
  provenance: Provenance,
): Judged {
  const words = wellFormed(row.quotation)
  const { linked, annotation, verdict, diff, folded, warnings, speaker } = row
  const known = annotation === null ? null : provenance.annotation(annotation)
  const [first] = WITHOUT_PASSAGE.has(verdict) ? [] : row.found
  const held = first ? sources.takeFound(first) : null
  const passage = first && held ? passageAt(first, held.key, held.text) : null
  const own = known === null ? null : provenance.source(known.source)
  if (own !== null) sources.take(own)
  const cited = citedKey(row, passage, sources, provenance)
  const alterations = passage && held ? proofOf(words, verdict, cited, passage, held.text) : null
  return {
    words,
    linked,
    annotation,
    verdict,
    proven: SURE.has(verdict) && alterations !== null,
    cited,
    passage,
    alterations,
    diff: verdict === 'altered' ? diff.map((part) => ({ ...part, text: wellFormed(part.text) })) : [],
    folded,
    warnings,
    speaker,
    attribution: known?.attribution ?? null,
  }
}

function passageAt({ version, field, start, end }: Found, source: string, text: string): ProvingPassage {
  const exact = text.slice(start, end)
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return { source, version, field, start, end, exact, before, after }
}

/** The key of the source that is cited, under whichever of its names; else the name that was cited in vain. */
function citedKey(
  { cited, found }: CheckedQuotation,
  passage: ProvingPassage | null,
  sources: PackageSources,
  provenance: Provenance,
): string | null {
  if (cited === null) return null
  if (passage !== null && cited === found[0]?.source) return passage.source
  const source = provenance.source(cited)
  return source === null ? cited : sources.take(source)
}

/** The changes that the checkers can follow to the same verdict; null where they could not. */
function proofOf(
  words: string,
  verdict: Verdict,
  cited: string | null,
  { exact, start, end, source }: ProvingPassage,
  text: string,
): readonly Change[] | null {
  if (!SURE.has(verdict) && verdict !== 'misattributed' && verdict !== 'too-short') return null
  if (SURE.has(verdict) && cited !== null && cited !== source) return null
  if (cutsWord(text, start, end)) return null
  const changes = changesBetween(words, exact)
  if (changes === null || !keepsLimits(exact, changes)) return null
  return !SURE.has(verdict) || verdictOf(changes) === verdict ? changes : null
}

/**
 * The quotations, given in the order of the brief's text, with their places in its files and in the order of its
 * Markdown. `readings` are the files as the checkers read them: they seek each quotation behind where the last began.
 */
export function placedQuotations(
  judged: readonly Judged[],
  readings: Readonly<Record<TextForm, string>>,
): readonly ProvenQuotation[] {
  const starts = new Starts(readings.markdown)
  const inOrder = judged
    .map((quotation, index) => ({ quotation, index, start: starts.next(quotation.words) }))
    .toSorted((a, b) => a.start - b.start || a.index - b.index)
  const from = { markdown: 0, html: 0 }
  const next = (words: string, form: TextForm): ReadPlace | null => {
    const place = placeIn(readings[form], bareWords(words, form), from[form])
    if (place !== null) from[form] = place[0][0] + 1
    return place
  }
  return inOrder.map(({ quotation }, index) => {
    const { words } = quotation
    const places = { markdown: next(words, 'markdown'), html: next(words, 'html') }
    const told = { number: index + 1, ...quotation, places }
    // What a file of the brief does not show is proven of nothing.
    return places.markdown && places.html ? told : { ...told, proven: false, alterations: null }
  })
}

/** Finds quotations one after the other, each behind where the last one began; those of notes may stand in another order. */
class Starts {
  readonly #reading: string
  readonly #begun = new Set<number>()
  #from = 0

  constructor(reading: string) {
    this.#reading = reading
  }

  /** -1 for words that are not there. */
  next(words: string): number {
    const bare = bareWords(words, 'markdown')
    const start = this.#free(bare, this.#from) ?? this.#free(bare, 0)
    if (start === null) return -1
    this.#begun.add(start)
    this.#from = Math.max(this.#from, start + 1)
    return start
  }

  #free(bare: string, from: number): number | null {
    for (let at = from; ;) {
      const start = placeIn(this.#reading, bare, at)?.[0][0]
      if (start === undefined) return null
      if (!this.#begun.has(start)) return start
      at = start + 1
    }
  }
}
