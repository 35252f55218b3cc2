import type { BlockContent, PhrasingContent } from 'mdast'
import type { DiffOperation } from '../../shared/contract/check.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { BOLD, STRIKE } from '../../shared/brief/nodes.ts'
import type { Appendix, AppendixEntry, AppendixPlace } from './appendix.ts'
import { reasonOf, summaryOf } from './appendix-words.ts'
import { nestFormats, type Piece } from './formats.ts'

/**
 * The appendix as blocks of the printed tree. Nothing in it stands between quotation marks of ours, or as a block
 * quotation, and what it repeats of the brief and its sources is marked as of those sources: `check` then knows it for no
 * new quotation, where it is what the source has. `language` is the brief's.
 */
export function appendixBlocks({ evidence, entries }: Appendix, language: string | null): BlockContent[] {
  const told = evidence ? entries : entries.filter(hasRemarks)
  if (told.length === 0 && !evidence) return []
  const own = new OwnWords(language)
  const heading = own.words(evidence ? 'Evidence' : 'Comments and tags')
  return [
    { type: 'heading', depth: 2, data: { appendix: true }, children: [heading] },
    ...(evidence ? introduction(entries, own) : []),
    ...told.flatMap((entry) => (evidence ? evidenceOf(entry, own) : remarksAlone(entry, own))),
  ]
}

const hasRemarks = ({ comment, tags }: AppendixEntry): boolean => comment !== null || tags.length > 0

/** Words of the program, which are English in a brief of whatever language. */
class OwnWords {
  readonly #isEnglish: boolean

  constructor(language: string | null) {
    this.#isEnglish = language === null || /^en(?:-|$)/iu.test(language)
  }

  words(value: string): PhrasingContent {
    return this.#isEnglish ? text(value) : { type: 'quotedWords', language: 'en', children: [text(value)] }
  }
}

function introduction(entries: readonly AppendixEntry[], own: OwnWords): BlockContent[] {
  if (entries.length === 0) return [paragraph(own.words('The brief has no quotations.'))]
  const how =
    'Each quotation stands as the brief has it; then, in bold, its passage as the source has it, with what stands ' +
    'around it. Where words differ, those in bold stand only in the brief, those struck out only in the source.'
  return [paragraph(own.words(`${summaryOf(entries)} ${how}`))]
}

function evidenceOf(entry: AppendixEntry, own: OwnWords): BlockContent[] {
  const { number, verdict, diff, warnings, place, elsewhere } = entry
  const title: PhrasingContent = { type: 'strong', children: [own.words(`${number}. ${verdict}.`)] }
  return [
    paragraph(title, own.words(` ${reasonOf(entry)}`)),
    ...briefWords(entry),
    ...(diff.some(({ op }) => op !== 'equal') ? [paragraph(ofSources(differences(diff), place))] : []),
    ...warnings.map((warning) => paragraph(...warningWords(warning, own))),
    ...placeBlocks(entry, own),
    ...elsewhere.flatMap((source) => sourceLine(source)),
    ...remarks(entry, own),
  ]
}

function remarksAlone(entry: AppendixEntry, own: OwnWords): BlockContent[] {
  const title: PhrasingContent = { type: 'strong', children: [own.words(`${entry.number}.`)] }
  return [paragraph(title), ...briefWords(entry), ...remarks(entry, own)]
}

const briefWords = ({ words, language, place }: AppendixEntry): BlockContent[] =>
  words.trim() === '' ? [] : [paragraph(ofSources([inLanguage(lines(words), language)], place))]

function placeBlocks({ place, speaker, verdict }: AppendixEntry, own: OwnWords): BlockContent[] {
  if (place === null)
    return speaker === '' ? [] : [paragraph(own.words('Said by '), named(speaker), text('.'))]
  const { source, version, locator, passage } = place
  const where = [
    version === null ? 'In the title of its source' : `In version ${version.number} of its source`,
    ...(version === null ? [] : [`imported ${version.importedAt.slice(0, 10)}`]),
    ...(locator === null ? [] : [locator]),
  ].join(', ')
  const by = speaker === '' ? [] : [own.words(', said by '), named(speaker)]
  const gone = verdict === 'orphaned' ? 'Its passage' : 'The passage'
  return [
    ...(passage === null
      ? [paragraph(own.words(`${gone} is not in the library any more`), ...by, text('.'))]
      : [paragraph(own.words(where), ...by, text(':')), passageBlock(passage, place)]),
    ...(source === null ? [paragraph(own.words('The source is not in the library.'))] : sourceLine(source)),
  ]
}

function passageBlock(
  { pieces, cut }: NonNullable<AppendixPlace['passage']>,
  place: AppendixPlace,
): BlockContent {
  const words = pieces.flatMap(({ text: value, held }): Piece[] =>
    lines(value).map((node) => ({ format: held ? BOLD : 0, node })),
  )
  const all = [
    ...(cut.before ? [{ format: 0, node: text('… ') }] : []),
    ...words,
    ...(cut.after ? [{ format: 0, node: text(' …') }] : []),
  ]
  return paragraph(ofSources([inLanguage(nestFormats(all), place.source?.language ?? null)], place))
}

/** The title first: a tag that says what words are of reaches back to the line's start. */
function sourceLine({ title, citekey, language, publication, published, url }: Source): BlockContent[] {
  return [
    paragraph(
      {
        type: 'citedWords',
        citekeys: [citekey],
        passage: true,
        children: [inLanguage([text(title)], language)],
      },
      ...(publication === null || publication === ''
        ? []
        : [text(', '), inLanguage([text(publication)], language)]),
      ...(published === null ? [] : [text(`, ${published}`)]),
      ...(url === null || url === '' ? [] : [text(', '), addressOf(url)]),
      text(` [${citekey}]`),
    ),
  ]
}

const addressOf = (url: string): PhrasingContent =>
  /^https?:\/\/\S+$/iu.test(url) ? { type: 'link', url, children: [text(url)] } : text(url)

/** Words as they are told apart: struck out where only the source has them, bold where only the brief does. */
const differences = (diff: readonly DiffOperation[]): PhrasingContent[] =>
  nestFormats(
    diff.flatMap(({ op, text: value }) =>
      lines(value).map((node) => ({ format: op === 'equal' ? 0 : op === 'insert' ? BOLD : STRIKE, node })),
    ),
  )

/** A message's own examples stand between quotation marks: here they are emphasised, since nobody is quoted. */
const warningWords = (warning: string, own: OwnWords): PhrasingContent[] => [
  own.words('Note: '),
  ...warning
    .split(/“([^“”]*)”/u)
    .map((part, at): PhrasingContent =>
      at % 2 === 0 ? own.words(part) : { type: 'emphasis', children: [text(part)] },
    )
    .filter((node) => !('value' in node) || node.value !== ''),
]

function remarks({ comment, tags }: AppendixEntry, own: OwnWords): BlockContent[] {
  return [
    ...(comment === null ? [] : [paragraph(own.words('Comment: '), ...lines(comment))]),
    ...(tags.length === 0 ? [] : [paragraph(own.words('Tags: '), text(tags.join(', ')))]),
  ]
}

/** Marked as of their source where it is known; what it is not is judged all the same. */
const ofSources = (children: PhrasingContent[], place: AppendixPlace | null): PhrasingContent => {
  const citekey = place?.source?.citekey
  return { type: 'citedWords', citekeys: citekey === undefined ? [] : [citekey], passage: true, children }
}

const inLanguage = (children: PhrasingContent[], language: string | null): PhrasingContent => ({
  type: 'quotedWords',
  language,
  children,
})

/** A name is in a language of its own, and says nothing of the line that it stands in. */
const named = (speaker: string): PhrasingContent => inLanguage([text(speaker)], null)

const lines = (value: string): PhrasingContent[] =>
  value
    .split('\n')
    .flatMap((line, at): PhrasingContent[] => [
      ...(at === 0 ? [] : [{ type: 'break' } as const]),
      ...(line === '' ? [] : [text(line)]),
    ])

const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })

const text = (value: string): PhrasingContent => ({ type: 'text', value })
