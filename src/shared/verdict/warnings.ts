import type { Warning, WarningCode } from '../contract/check.ts'
import type { Context, Gap } from './context.ts'
import { differsByNegativeAffix, SENSE_CODES, senseWords, type SenseCode } from './lexicon.ts'
import { takenFrom } from './secondary.ts'
import { sentencesAround, type Span } from './sentences.ts'
import { isAttribution } from './speaker.ts'
import { sameSpeaker, type Speech } from './speech.ts'

/** How the quotation ends in the draft, as far as `cut-short` must know. */
export interface Ending {
  /** Ends with a full stop, comma, question or exclamation mark, or is a block quotation that begins with a capital. */
  readonly asSentence: boolean
}

/** Every warning about what stands around and between the kept words (quotations.md § 6), in the order of the table. */
export function contextWarnings(
  context: Context,
  ending: Ending,
  publication: string | null,
): readonly Warning[] {
  const first = context.kept[0]
  const last = context.kept.at(-1)
  if (!first || !last) return []
  const sentence = sentencesAround(context.text, first.start, last.end)
  const before = context.text.slice(sentence.start, first.start)
  const after = context.text.slice(last.end, sentence.end)
  return [
    ...senseWarnings(context, before, after),
    ...cutShort(after, ending),
    ...speechWarnings(context),
    ...attributionDropped(context),
    ...mostlyOmitted(context),
    ...secondary(context.text.slice(sentence.start, sentence.end), publication),
  ]
}

const WORD = /[\p{L}\p{M}]+(?:[’'´\-‐‑][\p{L}\p{M}]+)*/gu

const LOST: Record<SenseCode, string> = {
  negation: 'a negation',
  number: 'a number',
  quantifier: 'a word of amount',
  condition: 'a condition',
  hedge: 'a hedge',
}

function senseWarnings(context: Context, before: string, after: string): readonly Warning[] {
  return SENSE_CODES.flatMap((code) => {
    const warning = senseWarning(code, context, before, after)
    return warning === null ? [] : [warning]
  })
}

function senseWarning(code: SenseCode, context: Context, before: string, after: string): Warning | null {
  const words = (text: string): readonly string[] => senseWords(code, text, context.text)
  for (const gap of context.gaps) {
    const { source, shown } = wordsOfGap(context, gap)
    const dropped = without(words(source), words(shown))
    if (dropped.length > 0)
      return warn(code, `Leaves out ${LOST[code]} of the source: “${dropped.join(', ')}”.`)
    const added = without(words(shown), words(source))
    if (added.length > 0) return warn(code, `Adds ${LOST[code]} in brackets: “${added.join(', ')}”.`)
    if (code === 'negation' && gap.kind !== 'omission' && changesAffix(source, shown)) {
      return warn(code, `Changes a negative part of a word: “${source}” to “${shown}”.`)
    }
  }
  const affix = code === 'negation' ? affixBeside(context, before, after) : null
  if (affix !== null) return warn(code, `Stands in place of a word with a negative part: “${affix}”.`)
  const unit =
    code === 'number' ? context.kept.map((kept) => unitCut(context.text, kept)).find(Boolean) : null
  if (unit) return warn(code, `Cuts a number from its sign: “${unit}”.`)
  const cut = [...words(before), ...words(after)]
  if (cut.length === 0) return null
  return warn(code, `The source’s sentence has ${LOST[code]} outside the quotation: “${cut.join(', ')}”.`)
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return words.filter((word) => {
    const index = left.indexOf(word)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

/** The source's words in a gap and what is shown for them; of a part of a word the whole word. */
function wordsOfGap(context: Context, gap: Gap): { source: string; shown: string } {
  const source = context.text.slice(gap.start, gap.end)
  if (gap.kind !== 'part') return { source, shown: gap.shown }
  const before =
    /[\p{L}\p{M}’'´\-‐‑]*$/u.exec(context.text.slice(Math.max(0, gap.start - 80), gap.start))?.[0] ?? ''
  const after = /^[\p{L}\p{M}’'´\-‐‑]*/u.exec(context.text.slice(gap.end, gap.end + 80))?.[0] ?? ''
  return { source: before + source + after, shown: before + gap.shown + after }
}

/** Whether a word on one side stands on the other with a negative affix put on or taken off. */
function changesAffix(source: string, shown: string): boolean {
  const mine = source.match(WORD) ?? []
  const theirs = shown.match(WORD) ?? []
  return mine.some((one) => theirs.some((two) => differsByNegativeAffix(one, two)))
}

/** A currency sign before the kept words' first number, a unit's sign behind their last one; null where none is cut. */
function unitCut(text: string, { start, end }: Span): string | null {
  const before = /\p{Sc}\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0]
  if (before !== undefined && /^\p{Nd}/u.test(text.slice(start, end))) return before.trim()
  const after = /^\s?[%‰٪°\p{Sc}]/u.exec(text.slice(end, end + 2))?.[0]
  return after !== undefined && /\p{Nd}$/u.test(text.slice(start, end)) ? after.trim() : null
}

/** What a bracket at the start or end of the quotation shows, where the source goes on with the word's contrary. */
function affixBeside({ kept, gaps }: Context, before: string, after: string): string | null {
  const start = kept[0]?.start
  const end = kept.at(-1)?.end
  for (const gap of gaps) {
    if (gap.kind !== 'bracket' || gap.start !== gap.end) continue
    const beside =
      gap.start === start ? before.slice(-MOST_BESIDE) : gap.end === end ? after.slice(0, MOST_BESIDE) : ''
    if (changesAffix(beside, gap.shown)) return gap.shown
  }
  return null
}

/** How far a bracket at an end may reach into the source, in UTF-16 units: about twelve words. */
const MOST_BESIDE = 80

function cutShort(after: string, ending: Ending): readonly Warning[] {
  if (!ending.asSentence || !/[\p{L}\p{N}]/u.test(after)) return []
  return [warn('cut-short', `Ends as a sentence; the source’s goes on: “${shorten(after.trim())}”.`)]
}

function speechWarnings(context: Context): readonly Warning[] {
  const speeches = context.speeches.filter((speech) =>
    context.kept.some((kept) => wordsShared(context, kept, speech)),
  )
  const warnings: Warning[] = []
  const first = speeches[0]
  if (first && speeches.some((speech) => !sameSpeaker(first, speech))) {
    warnings.push(warn('two-speakers', 'Joins the words of two speakers.'))
  }
  if (speeches.some((speech) => leaves(context, speech))) {
    warnings.push(warn('leaves-quotation', 'Crosses quotation marks of the source.'))
  }
  return warnings
}

function wordsShared(context: Context, kept: Span, speech: Span): boolean {
  const start = Math.max(kept.start, speech.start)
  const end = Math.min(kept.end, speech.end)
  return start < end && /[\p{L}\p{N}]/u.test(context.text.slice(start, end))
}

/** Kept words inside and outside a speech, without showing all of its marks. */
function leaves(context: Context, speech: Speech): boolean {
  const outside = context.kept.some((kept) => {
    const before = context.text.slice(kept.start, Math.max(kept.start, Math.min(kept.end, speech.start)))
    const after = context.text.slice(Math.min(kept.end, Math.max(kept.start, speech.end)), kept.end)
    return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)
  })
  const shown = speech.marks.every((mark) =>
    context.kept.some((kept) => kept.start <= mark && mark < kept.end),
  )
  return outside && !(shown && speech.marks.length > 1)
}

function attributionDropped(context: Context): readonly Warning[] {
  const dropped = context.gaps
    .map((gap) => context.text.slice(gap.start, gap.end))
    .find((text) => isAttribution(text))
  return dropped === undefined
    ? []
    : [warn('attribution', `Leaves out who says it: “${shorten(dropped.trim())}”.`)]
}

function mostlyOmitted(context: Context): readonly Warning[] {
  const omitted = context.gaps
    .filter((gap) => gap.kind !== 'part')
    .reduce((sum, gap) => sum + wordCount(context.text, gap), 0)
  const kept = context.kept.reduce((sum, span) => sum + wordCount(context.text, span), 0)
  return omitted > kept ? [warn('mostly-omitted', 'More than half of the passage is left out.')] : []
}

function wordCount(text: string, span: Span): number {
  return text.slice(span.start, span.end).match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}

function secondary(sentence: string, publication: string | null): readonly Warning[] {
  const medium = takenFrom(sentence, publication)
  return medium === null
    ? []
    : [warn('secondary', `The source takes these words from another publication: ${medium}.`)]
}

export function warn(code: WarningCode, message: string): Warning {
  return { code, message }
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
