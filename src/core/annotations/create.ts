import { findQuote, type FoundQuote } from '../../shared/anchoring/find-quote.ts'
import { passageAt, splitsCharacter, type Passage, type Range } from '../../shared/anchoring/passage.ts'
import type { Annotation, NewAnnotation } from '../../shared/contract/annotations.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { createAnnotation as write, findAnnotation } from '../db/annotations.ts'
import type { Library } from '../library/library.ts'
import { checkedDate } from '../sources/checked-date.ts'
import { currentText } from './current-text.ts'

/** Marks a passage of the source's current version and says who speaks. */
export function createAnnotation(library: Library, request: NewAnnotation): Annotation {
  const { version, text, citekey } = currentText(library.reader, request.source)
  const passage = passageOf(text, request.place, citekey)
  return library.write('annotate', (writer) => {
    const id = write(writer, {
      source: version.source,
      version: version.id,
      segments: [{ start: passage.start, end: passage.end }],
      exact: passage.exact,
      prefix: passage.prefix,
      suffix: passage.suffix,
      colour: request.colour,
      comment: known(request.comment),
      tags: request.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
      attribution: attributionOf(request),
    })
    const made = findAnnotation(writer, id)
    if (made === null) throw new Error(`Annotation ${id} was written and is not there`)
    return made
  })
}

const known = (value: string | undefined): string | null => value?.trim() || null

function attributionOf(request: NewAnnotation): Annotation['attribution'] {
  const said = {
    speaker: known(request.speaker),
    role: known(request.role),
    stance: known(request.stance),
    topic: known(request.topic),
    date: checkedDate(known(request.date)),
    place: known(request.placeSaid),
  }
  if (Object.values(said).every((each) => each === null)) return null
  return { ...said, language: null, quotedBy: null }
}

function passageOf(text: string, place: NewAnnotation['place'], citekey: string): Passage {
  if (!('quote' in place)) return passageAt(text, checkedRange(text, place, citekey))
  const found = findQuote(text, place)
  if (found.kind === 'found') return found.passage
  throw notFound(found, place.quote, citekey)
}

function notFound(found: Exclude<FoundQuote, { kind: 'found' }>, quote: string, citekey: string): Failure {
  switch (found.kind) {
    case 'absent':
      return refused(
        'not-in-text',
        `These words are not in the text of ${citekey}. Nothing was annotated. ` +
          (found.nearest === null
            ? 'Nothing in it is like them.'
            : `The nearest passage is “${found.nearest.exact}”.`),
        { quote, nearest: found.nearest },
      )
    case 'elsewhere':
      return refused(
        'not-in-text',
        `These words are in the text of ${citekey}, but not with that before or after them. Nothing was annotated; ` +
          'the places found are given.',
        { quote, nearest: found.places[0] ?? null, places: found.places },
      )
    case 'ambiguous':
      return refused(
        'ambiguous',
        `These words stand ${found.places.length} times in the text of ${citekey}. Nothing was annotated. ` +
          `Say with --prefix or --suffix which are meant: ${found.places.slice(0, 5).map(showPlace).join('; ')}.`,
        { quote, places: found.places },
      )
  }
}

/** A place with a few words around it, never half a character. */
function showPlace({ start, prefix, exact, suffix }: Passage): string {
  const before = Array.from(prefix).slice(-20).join('')
  const after = Array.from(suffix).slice(0, 20).join('')
  return `${start} “…${before}[${Array.from(exact).slice(0, 30).join('')}]${after}…”`.replaceAll(/\s+/g, ' ')
}

/** A range of a text that may be marked; `USAGE` `bad-range`, `REFUSED` `out-of-range`, `splits-character`, `blank-passage`. */
export function checkedRange(text: string, { start, end }: Range, citekey: string): Range {
  if (!(start >= 0 && start < end)) {
    throw new Failure('USAGE', 'bad-range', 'A passage begins at 0 or later and ends after its beginning.')
  }
  if (end > text.length) {
    throw refused(
      'out-of-range',
      `The text of ${citekey} ends at ${text.length}, before ${end}. Nothing was annotated.`,
      { length: text.length },
    )
  }
  const split = [start, end].find((offset) => splitsCharacter(text, offset))
  if (split !== undefined) {
    throw refused('splits-character', `Offset ${split} lies inside a character. Nothing was annotated.`, {
      offset: split,
    })
  }
  if (text.slice(start, end).trim() === '') {
    throw refused('blank-passage', 'There are no words in that passage. Nothing was annotated.')
  }
  return { start, end }
}
