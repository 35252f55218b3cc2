import type { PhrasingContent } from 'mdast'
import { quotationMarks } from '../../shared/brief/quotation-marks.ts'
import type { Attribution } from '../../shared/contract/annotations.ts'
import type { CitedPlace } from './cited-brief.ts'
import type { QuoteEvidence } from './evidence.ts'
import { placeWords } from './printed-runs.ts'

/**
 * The note under a linked quote: who said it, then where it stands, as the
 * citation style has it; of an own translation the original first.
 */
export function quoteNote(evidence: QuoteEvidence, cited: CitedPlace | null): PhrasingContent[] {
  const speaker = speakerOf(evidence)
  const source = evidence.source === null ? [text(GONE)] : placeWords(cited)
  const before = [...originalOf(evidence), ...(speaker === '' ? [] : [namedWords(speaker)])]
  return source.length === 0
    ? closed(before)
    : [...before, ...(speaker === '' ? [] : [text(': ')]), ...source]
}

/** What a style without notes has no place for; nothing when there is nothing of it. */
export function speakerNote(evidence: QuoteEvidence): PhrasingContent[] {
  const speaker = speakerOf(evidence)
  const gone = evidence.source === null ? [text(GONE)] : []
  const said = speaker === '' ? [] : [namedWords(speaker), text(gone.length === 0 ? '.' : ': ')]
  return [...originalOf(evidence), ...said, ...gone]
}

const GONE = 'The source is not in the library.'

const closed = (words: readonly PhrasingContent[]): PhrasingContent[] =>
  words.length === 0 ? [] : [...words, text('.')]

/** `Name (role; place, date)`; empty when nobody is named. */
export const speakerOf = ({ attribution }: QuoteEvidence): string =>
  attribution === null ? '' : describeSpeaker(attribution)

const originalOf = ({ original }: QuoteEvidence): PhrasingContent[] =>
  original === null ? [] : describeOriginal(original)

/** The passage that the author translated, between the marks of its language. */
function describeOriginal({ words, language }: NonNullable<QuoteEvidence['original']>): PhrasingContent[] {
  const { open, close } = quotationMarks(language)
  return [text(open), { type: 'quotedWords', language, children: [text(words)] }, text(`${close} `)]
}

function describeSpeaker({ speaker, role, place, date, quotedBy }: Attribution): string {
  if (speaker === null || speaker === '') return ''
  const occasion = [place, date].filter(isKnown).join(', ')
  const details = [role, occasion, quotedBy].filter(isKnown).join('; ')
  return details === '' ? speaker : `${speaker} (${details})`
}

const isKnown = (part: string | null): part is string => part !== null && part.trim() !== ''

/** A name is set in the voice of its letters, whatever the brief's. */
const namedWords = (words: string): PhrasingContent => ({
  type: 'quotedWords',
  language: null,
  children: [text(words)],
})

const text = (value: string): PhrasingContent => ({ type: 'text', value })
