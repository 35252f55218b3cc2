import { around } from '../../shared/anchoring/around.ts'
import type { Suggestion } from '../../shared/contract/passages.ts'
import { fold } from '../../shared/verdict/fold.ts'
import { prepare, rawRange } from '../../shared/verdict/prepared.ts'
import { sentencesAround } from '../../shared/verdict/sentences.ts'
import { wordKeys } from '../../shared/verdict/similar.ts'
import { wordsOf } from '../../shared/verdict/words.ts'
import { findAnnotation } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { searchLibrary } from '../db/search.ts'
import { findSource } from '../db/sources.ts'
import { findVersion, readText } from '../db/versions.ts'
import type { SourceId } from '../db/ids.ts'

export interface SuggestInput {
  /** What was typed after an opening quotation mark. */
  readonly typed: string
  /** Ids of the sources that the brief quotes already: their passages come first. */
  readonly sources: readonly string[]
  readonly limit: number
}

/** Hits that are looked at, of highlights and of sources. */
const MOST_HITS = 40
const MOST_TEXTS = 12
const AROUND = 300

/**
 * Passages that go on as was typed: highlights first, then words of texts up to
 * their sentence's end; of the brief's own sources before others. Case and
 * typography are set aside; the last word typed may go on.
 */
export function suggestPassages(reader: Reader, { typed, sources, limit }: SuggestInput): Suggestion[] {
  const keys = keysOf(typed)
  if (keys.length === 0) return []
  const own = new Set(sources)
  const query = certainWords(typed)
  const highlights = suggestedHighlights(reader, query, keys)
  const known = new Set(highlights.map(placeKey))
  const texts = suggestedWords(reader, query, keys).filter((each) => !known.has(placeKey(each)))
  const first = (list: readonly Suggestion[]): readonly Suggestion[] => [
    ...list.filter(({ source }) => own.has(source)),
    ...list.filter(({ source }) => !own.has(source)),
  ]
  return [...first(highlights), ...first(texts)].slice(0, limit)
}

const placeKey = ({ source, start }: Suggestion): string => `${source} ${String(start)}`

function suggestedHighlights(reader: Reader, query: string, keys: readonly string[]): Suggestion[] {
  return searchLibrary(reader, { query, in: 'annotations', limit: MOST_HITS }).flatMap((hit) => {
    const annotation = findAnnotation(reader, hit.id)
    const [segment, ...more] = annotation?.segments ?? []
    if (annotation === null || segment === undefined || more.length > 0) return []
    const at = placesOf(annotation.exact, keys)[0]
    if (at === undefined) return []
    return suggestion(reader, annotation.source, annotation.version, {
      start: segment.start + at,
      end: segment.end,
      annotation: annotation.id,
      speaker: annotation.attribution?.speaker ?? null,
    })
  })
}

function suggestedWords(reader: Reader, query: string, keys: readonly string[]): Suggestion[] {
  const hits = searchLibrary(reader, { query, in: 'sources', limit: MOST_HITS })
  const sources = [...new Set(hits.map(({ id }) => id))].slice(0, MOST_TEXTS)
  return sources.flatMap((source) => {
    const version = findVersion(reader, source as SourceId)
    if (version === null) return []
    const text = readText(reader, version)
    return placesOf(text, keys)
      .slice(0, 2)
      .flatMap((start) => {
        const { end } = sentencesAround(text, start, start + 1)
        return suggestion(reader, source, version.number, { start, end, annotation: null, speaker: null })
      })
  })
}

function suggestion(
  reader: Reader,
  id: string,
  number: number,
  place: Pick<Suggestion, 'start' | 'end' | 'annotation' | 'speaker'>,
): Suggestion[] {
  const source = findSource(reader, id)
  const version = source && findVersion(reader, source.id as SourceId, number)
  if (!source || !version) return []
  const text = readText(reader, version)
  const exact = text.slice(place.start, endInside(text, place.start, place.end)).trimEnd()
  const end = place.start + exact.length
  const { citekey, title } = source
  return [
    {
      ...place,
      end,
      source: source.id,
      citekey,
      title,
      version: number,
      exact,
      ...around(text, { start: place.start, end }, AROUND),
    },
  ]
}

/** A last word that is too short yet to be looked up by its beginning is left out of the search. */
const certainWords = (typed: string): string => typed.trim().replace(/(?<=\s)\S{1,2}$/u, '')

const OPENING = '“„«「『'
const CLOSING = '”»」』'

/** The end of words that stand inside quotation marks of the source: before the mark that closes what was opened before them. */
function endInside(text: string, start: number, end: number): number {
  const straight = text[start - 1] === '"'
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at)
    if (straight && character === '"') return at
    if (OPENING.includes(character)) depth += 1
    else if (CLOSING.includes(character)) {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return end
}

function keysOf(typed: string): readonly string[] {
  const folded = fold(typed.trim())
  return wordKeys(folded, wordsOf(folded))
}

/** The UTF-16 offsets at which a text goes on as the words do. */
function placesOf(text: string, keys: readonly string[]): readonly number[] {
  const prepared = prepare(text)
  const found = wordKeys(prepared, prepared.words)
  const last = keys.length - 1
  return prepared.words.flatMap((word, at) => {
    const goesOn = keys.every((key, nth) => {
      const there = found[at + nth]
      return there !== undefined && (nth === last ? there.startsWith(key) : there === key)
    })
    return goesOn ? [rawRange(prepared, word.start, word.end).start] : []
  })
}
