import type { CheckedQuotation, Verdict } from '../contract/check.ts'
import type { Quotation } from '../quotations/quotation.ts'
import { locateAltered, quotationKeys } from './altered.ts'
import { isUnspaced } from './characters.ts'
import { dress } from './dress.ts'
import { byTruth, exhibit, holdText, holdWitness, type Exhibit, type Held } from './held.ts'
import { readPattern } from './pattern.ts'
import type { Reading } from './reading.ts'
import { ready } from './ready.ts'
import { emptyRow, foundRow } from './row.ts'
import { wordsOf } from './words.ts'
import { fold } from './fold.ts'
import { warn } from './warnings.ts'
import type { Shelf, Witness } from './witness.ts'

const SHORT_CHARACTERS = 12
const SHORT_WORDS = 3
const SHORT_UNSPACED = 6

/**
 * Judges a quotation that is not linked (quotations.md § 5): against the source
 * it cites, else against the whole library. Similarity only locates; what is
 * true is decided by the words. Same input, same verdict, on every machine.
 */
export function judge(quotation: Quotation, shelf: Shelf): CheckedQuotation {
  return dress(judgeWords(quotation, shelf), quotation)
}

function judgeWords(quotation: Quotation, shelf: Shelf): CheckedQuotation {
  if (quotation.state !== 'closed') return emptyRow(quotation, quotation.state)
  const shown = exhibit(quotation.text, quotation.form === 'block')
  if (isTooShort(shown.reading)) return tooShort(quotation, shown, shelf)
  const cited = citedWitnesses(quotation, shelf)
  const inCited = bestOf(cited.map((versions) => firstHolding(shown, versions)))
  if (inCited.length > 0) return foundRow(quotation, inCited[0]?.verdict ?? 'verbatim', inCited, shelf)
  const elsewhere = holdElsewhere(shown, shelf, new Set(cited.flat().map((w) => w.sourceId)))
  if (elsewhere.length > 0)
    return foundRow(quotation, verdictElsewhere(quotation, elsewhere), elsewhere, shelf)
  return locateAltered(quotation, cited.flat(), shelf)
}

function verdictElsewhere(quotation: Quotation, places: readonly Held[]): Verdict {
  return quotation.citation ? 'misattributed' : (places[0]?.verdict ?? 'verbatim')
}

/** The versions of each cited source; an unknown citekey gives none. */
function citedWitnesses(quotation: Quotation, shelf: Shelf): readonly (readonly Witness[])[] {
  return (quotation.citation?.items ?? []).map((item) => shelf.cited(item.citekey))
}

/** Places in the first version that holds the words, the current one first. */
export function firstHolding(shown: Exhibit, versions: readonly Witness[]): readonly Held[] {
  for (const witness of versions) {
    const places = holdWitness(shown, ready(witness))
    if (places.length > 0) return places
  }
  return []
}

/** Of several sources that hold the words, the truest first; all of them are kept. */
function bestOf(sources: readonly (readonly Held[])[]): readonly Held[] {
  return sources
    .filter((places) => places.length > 0)
    .toSorted((a, b) => compareFirst(a, b))
    .flat()
}

function compareFirst(one: readonly Held[], other: readonly Held[]): number {
  const [a, b] = [one[0], other[0]]
  if (!a || !b) return 0
  return Number(b.ready.witness.current) - Number(a.ready.witness.current) || byTruth(a, b)
}

/** Places in every other source, a story's copies together, the truest first. */
export function holdElsewhere(shown: Exhibit, shelf: Shelf, without: ReadonlySet<string>): readonly Held[] {
  const bySource = new Map<string, readonly Held[]>()
  for (const witness of shelf.holdingAll(surelyKept(shown.reading))) {
    if (without.has(witness.sourceId)) continue
    const known = bySource.get(witness.sourceId)
    if (known?.[0] && (known[0].ready.witness.current || !witness.current)) continue
    const places = holdWitness(shown, ready(witness))
    if (places.length > 0) bySource.set(witness.sourceId, places)
  }
  return byStory(bestOf([...bySource.values()]))
}

function byStory(places: readonly Held[]): readonly Held[] {
  const groups = new Map<string, Held[]>()
  for (const held of places) {
    const { story, sourceId } = held.ready.witness
    const key = story ?? sourceId
    groups.set(key, [...(groups.get(key) ?? []), held])
  }
  return [...groups.values()].flat()
}

/** Words that must stand in a source under every reading of the marks. */
export function surelyKept(reading: Reading): readonly string[] {
  const pattern = readPattern(reading.quotation, reading.marks) ?? reading.literal
  if (!pattern) return []
  return pattern.atoms.flatMap((atom) =>
    atom.kind === 'text'
      ? wordsOf(atom.folded).map(({ start, end }) => atom.folded.text.slice(start, end))
      : [],
  )
}

function isTooShort(reading: Reading): boolean {
  const folded = fold(reading.quotation.trim())
  const words = quotationKeys(reading.quotation).length
  const characters = [...folded.text]
  const unspaced = characters.filter((c) => isUnspaced(c.codePointAt(0) ?? 0)).length
  if (unspaced * 2 > characters.length) return characters.length < SHORT_UNSPACED
  return characters.length < SHORT_CHARACTERS || words < SHORT_WORDS
}

/** Looked up and reported, no fault; a cited one that its source lacks warns. */
function tooShort(quotation: Quotation, shown: Exhibit, shelf: Shelf): CheckedQuotation {
  const cited = citedWitnesses(quotation, shelf)
  const inCited = bestOf(cited.map((versions) => firstHolding(shown, versions)))
  const places = inCited.length > 0 ? inCited : shortElsewhere(shown, shelf)
  const row = foundRow(quotation, 'too-short', places, shelf)
  if (!quotation.citation || inCited.length > 0) return row
  const absent = warn('absent', `Not in ${quotation.citation.items.map((item) => item.citekey).join(', ')}.`)
  return { ...row, warnings: [absent, ...row.warnings] }
}

function shortElsewhere(shown: Exhibit, shelf: Shelf): readonly Held[] {
  const words = surelyKept(shown.reading)
  if (words.length === 0) return []
  const places: Held[] = []
  for (const witness of shelf.holdingAll(words)) {
    if (witness.current) places.push(...holdText(shown, ready(witness)).slice(0, 1))
  }
  return places.toSorted(byTruth)
}
