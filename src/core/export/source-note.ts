import type { PhrasingContent } from 'mdast'
import type { CitationNode } from '../../shared/brief/nodes.ts'
import { quotationMarks } from '../../shared/brief/quotation-marks.ts'
import type { Attribution } from '../../shared/contract/annotations.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { QuoteEvidence } from './evidence.ts'

/**
 * The note under a linked quote: who said it, then where it stands. Titles are set
 * in italics and never between quotation marks, so that a note holds no quotation
 * for `check` to find, except the original of an own translation.
 */
export function quoteNote(evidence: QuoteEvidence): PhrasingContent[] {
  const speaker = evidence.attribution === null ? '' : describeSpeaker(evidence.attribution)
  const source =
    evidence.source === null
      ? [text('The source is not in the library.')]
      : describeSource(evidence.source, evidence.locator)
  const original = evidence.original === null ? [] : describeOriginal(evidence.original)
  return [...original, ...(speaker === '' ? [] : [text(`${speaker}: `)]), ...source]
}

/** The passage that the author translated, between the marks of its language. */
function describeOriginal({ words, language }: NonNullable<QuoteEvidence['original']>): PhrasingContent[] {
  const { open, close } = quotationMarks(language)
  return [text(open), { type: 'quotedWords', language, children: [text(words)] }, text(`${close} `)]
}

/** The note of a citation: its sources parted by semicolons; a citekey that nothing has stands as it is. */
export function citationNote(
  citation: CitationNode,
  sourceOf: (citekey: string) => Source | null,
): PhrasingContent[] {
  return citation.items.flatMap((item, index) => {
    const source = sourceOf(item.citekey)
    const last = index === citation.items.length - 1 && item.suffix === ''
    const described =
      source === null
        ? [text(['@' + item.citekey, item.locator ?? ''].filter(Boolean).join(', ') + (last ? '.' : ''))]
        : describeSource(source, item.locator, last ? '.' : '')
    return [
      ...(index === 0 ? [] : [text('; ')]),
      ...(item.prefix === '' ? [] : [text(`${item.prefix} `)]),
      ...described,
      ...(item.suffix === '' ? [] : [text(`, ${item.suffix}`)]),
    ]
  })
}

/** `Name (role; place, date)`; empty when nobody is named. */
function describeSpeaker({ speaker, role, place, date, quotedBy }: Attribution): string {
  if (speaker === null || speaker === '') return ''
  const occasion = [place, date].filter(isKnown).join(', ')
  const details = [role, occasion, quotedBy].filter(isKnown).join('; ')
  return details === '' ? speaker : `${speaker} (${details})`
}

/** `Authors, *Title*, Publication, 2024-03-14, p. 3. <address>` */
function describeSource(source: Source, locator: string | null, stop = '.'): PhrasingContent[] {
  const authors = source.authors.filter(isKnown).join(', ')
  const after = [source.publication, source.published, locator].filter(isKnown)
  const title: PhrasingContent[] =
    source.title.trim() === ''
      ? [text(source.citekey)]
      : [
          {
            type: 'quotedWords',
            language: source.language,
            children: [{ type: 'emphasis', children: [text(source.title.trim())] }],
          },
        ]
  return [
    ...(authors === '' ? [] : [text(`${authors}, `)]),
    ...title,
    text([...after.map((part) => `, ${part}`), endStop(after.at(-1) ?? source.title, stop)].join('')),
    ...link(source.url),
  ]
}

/** No second full stop after one that stands (`Inc.`, `Why?` keeps its mark and gets none). */
const endStop = (last: string, stop: string): string => (/[.?!…。]$/u.test(last.trim()) ? '' : stop)

function link(url: string | null): PhrasingContent[] {
  if (url === null || url.trim() === '') return []
  return [text(' '), { type: 'link', url, children: [text(url)] }]
}

const isKnown = (part: string | null): part is string => part !== null && part.trim() !== ''

const text = (value: string): PhrasingContent => ({ type: 'text', value })
