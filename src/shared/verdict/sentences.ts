/**
 * Sentences by rules of our own, because the platform's segmenter differs
 * between machines and verdicts must not. Offsets are UTF-16.
 */

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj st sr jr mt ft ' +
    'no nos vol vols p pp fig figs sec ch art arts par paras ed eds al cf ca approx est dept univ assn ' +
    'inc ltd co corp bros vs v etc e.g i.e a.m p.m u.s u.k u.n e.u d.c ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'z.b d.h u.a bzw ggf nr abs art str hr fr m mme mlle mm dr.h.c sra srta ud uds av avda pág núm sig sigg ' +
    'dott avv ing г гг ул им т.е т.д т.п др см рис стр млн млрд тыс'
  ).split(' '),
)

const TERMINATOR = /[.!?…。！？؟۔।]+[”’"'»)\]」』]*(?=\s|$)|[。！？]+[」』”’）]*/gu

/** Offsets in `paragraph` at which a sentence ends (after its closing marks), in order; the end always. */
export function sentenceEnds(paragraph: string): readonly number[] {
  const ends: number[] = []
  for (const found of paragraph.matchAll(TERMINATOR)) {
    const end = found.index + found[0].length
    if (endsSentence(paragraph, found.index, end, found[0])) ends.push(end)
  }
  if (ends.at(-1) !== paragraph.length) ends.push(paragraph.length)
  return ends
}

function endsSentence(paragraph: string, at: number, end: number, mark: string): boolean {
  if (/^[。！？]/u.test(mark)) return true
  const rest = paragraph.slice(end, end + 40).trimStart()
  if (rest === '') return true
  if (/^\p{Ll}/u.test(rest) || /^[,;:–—-]/u.test(rest)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const word = /[\p{L}\p{M}\p{N}.]*$/u.exec(paragraph.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word) || /(?:^|\.)\p{Lu}$/u.test(word))
    return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) && looksNew(rest)
  if (!ABBREVIATIONS.has(word.toLowerCase())) return true
  return false
}

/** After "U.S." a new sentence is told by a word that seldom follows a name. */
function looksNew(rest: string): boolean {
  return /^[“"«„‘]?(?:The|A|An|It|He|She|They|We|I|But|And|In|On|At|That|This|These|Those|There|If|When)\b/u.test(
    rest,
  )
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The sentences of `text` that a range touches, as one span from the first one's start to the last one's end. */
export function sentencesAround(text: string, start: number, end: number): Span {
  return { start: sentenceStart(text, start), end: sentenceEnd(text, Math.max(start, end - 1)) }
}

function sentenceStart(text: string, at: number): number {
  const paragraph = paragraphAround(text, at)
  let start = paragraph.start
  for (const end of sentenceEnds(text.slice(paragraph.start, paragraph.end))) {
    if (paragraph.start + end > at) break
    start = paragraph.start + end
  }
  return start
}

function sentenceEnd(text: string, at: number): number {
  const paragraph = paragraphAround(text, at)
  for (const end of sentenceEnds(text.slice(paragraph.start, paragraph.end))) {
    if (paragraph.start + end > at) return paragraph.start + end
  }
  return paragraph.end
}

/** The paragraph (line) of the text that holds an offset. */
export function paragraphAround(text: string, at: number): Span {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { start, end: end < 0 ? text.length : Math.max(end, start) }
}
