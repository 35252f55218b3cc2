import { Failure, refused } from '../../shared/contract/failures.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { Reader } from '../db/reader.ts'
import { editSource as write, type SourceFacts } from '../db/source-facts.ts'
import { citekeysCited } from '../db/briefs.ts'
import { formerHolders } from '../db/former-citekeys.ts'
import { citekeysInUse, findCitedRow, findSource } from '../db/sources.ts'
import { instantIn } from '../import/instant.ts'
import type { Library } from '../library/library.ts'
import { checkedDate } from './checked-date.ts'
import { sourceNamed } from './sources.ts'

/** What to change; an empty value takes a fact away, authors and tags take the place of all there were. */
export interface SourceEdit {
  readonly source: string
  readonly title?: string | undefined
  readonly authors?: readonly string[] | undefined
  readonly publication?: string | undefined
  readonly published?: string | undefined
  readonly publishedAt?: string | undefined
  readonly modified?: string | undefined
  readonly language?: string | undefined
  readonly url?: string | undefined
  readonly citekey?: string | undefined
  readonly tags?: readonly string[] | undefined
}

/**
 * Corrects what is known about a source. Throws `USAGE` for a value that can be
 * none, `REFUSED` for an unknown source or a citekey that another source has.
 */
export function editSource(library: Library, edit: SourceEdit): Source {
  const facts = factsOf(edit)
  return library.write('edit a source', (writer) => {
    const source = sourceNamed(writer, edit.source)
    if (facts.citekey !== undefined && facts.citekey !== source.citekey)
      refuseClash(writer, facts.citekey, source.id)
    write(writer, source.id, facts, { by: 'person' })
    return sourceNamed(writer, source.id)
  })
}

/**
 * Sources in the trash keep their citekeys: they can come back. One that another source had before
 * is free where no brief cites that by it still.
 */
function refuseClash(reader: Reader, citekey: string, source: string): void {
  refuseStillCited(reader, citekey, source)
  if (!citekeysInUse(reader).has(citekey)) return
  const holder = findSource(reader, citekey)
  const whose = holder === null ? 'a source in the trash' : `another source, “${holder.title}”`
  throw refused(
    'citekey-in-use',
    `The citekey ${citekey} belongs to ${whose}. Nothing was changed; choose another.`,
    { citekey, source: holder?.id ?? null },
  )
}

function refuseStillCited(reader: Reader, citekey: string, source: string): void {
  const [holder] = formerHolders(reader, citekey)
  if (holder === undefined || holder === source || !citekeysCited(reader).has(citekey)) return
  const title = findCitedRow(reader, holder)?.title ?? 'another source'
  throw refused(
    'citekey-in-use',
    `Briefs still cite “${title}” by the citekey ${citekey}, which it had before. Nothing was changed; choose another.`,
    { citekey, source: holder },
  )
}

function factsOf(edit: SourceEdit): Partial<SourceFacts> {
  return {
    ...(edit.title === undefined ? {} : { title: checkedTitle(edit.title) }),
    ...(edit.publication === undefined ? {} : { publication: orNull(edit.publication) }),
    ...publicationOf(edit),
    ...(edit.modified === undefined ? {} : { modified: checkedTime(orNull(edit.modified)) }),
    ...(edit.language === undefined ? {} : { language: checkedLanguage(orNull(edit.language)) }),
    ...(edit.url === undefined ? {} : { url: checkedAddress(orNull(edit.url)) }),
    ...(edit.citekey === undefined ? {} : { citekey: checkedCitekey(edit.citekey.trim().normalize('NFC')) }),
    ...(edit.authors === undefined ? {} : { authors: named(edit.authors) }),
    ...(edit.tags === undefined ? {} : { tags: named(edit.tags) }),
  }
}

const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim()

const orNull = (value: string): string | null => oneLine(value) || null

const named = (values: readonly string[]): string[] =>
  [...new Set(values.map(oneLine))].filter((each) => each !== '')

const misused = (reason: string, sentence: string): Failure =>
  new Failure('USAGE', reason, `${sentence} Nothing was changed.`)

function checkedTitle(value: string): string {
  const title = oneLine(value)
  if (title === '') throw misused('empty-title', 'A source needs a title.')
  return title
}

/** Letters, digits and `_`, with one of `: . + / -` between them: what a citation reads as one key. */
const CITEKEY = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[:.+/-][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*$/u

function checkedCitekey(citekey: string): string {
  if (citekey.length <= 100 && CITEKEY.test(citekey) && !citekey.startsWith('src_')) return citekey
  throw misused(
    'bad-citekey',
    `“${citekey}” cannot be a citekey: it is made of letters, digits and _, with single : . + / - between them, for instance marrow2024port.`,
  )
}

const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::\d{2})?\s?(?:Z|[+-]\d{2}:?\d{2})$/i

/** A moment with its zone, on a day that the calendar has: `2024-03-14T09:30:00+01:00`. */
function checkedMoment(value: string | null): string | null {
  if (value === null) return null
  const moment = MOMENT.test(value) ? instantIn(value) : null
  if (moment === null)
    throw misused(
      'bad-date',
      `“${value}” is no moment with its zone; write 2024-03-14T09:30+01:00, or Z at the end for UTC.`,
    )
  checkedDate(moment.slice(0, 10))
  return moment
}

const checkedTime = (value: string | null): string | null =>
  value?.includes(':') === true ? checkedMoment(value) : checkedDate(value)

/** Who sets the moment of publication sets its day too; both at once must be the same day. */
function publicationOf({ published, publishedAt }: SourceEdit): Partial<SourceFacts> {
  const day = published === undefined ? undefined : checkedDate(orNull(published))
  const moment = publishedAt === undefined ? undefined : checkedMoment(orNull(publishedAt))
  if (moment === undefined) return day === undefined ? {} : { published: day }
  if (moment === null) return { publishedAt: null, ...(day === undefined ? {} : { published: day }) }
  if (day !== undefined && (day === null || !moment.startsWith(day)))
    throw misused(
      'bad-date',
      `${moment} is not on the day ${day ?? 'that was taken away'}; give the same day twice, or one of both.`,
    )
  return { published: day ?? moment.slice(0, 10), publishedAt: moment }
}

/** A language by its tag (BCP 47), in its usual writing: `pt-BR`. */
function checkedLanguage(value: string | null): string | null {
  if (value === null) return null
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw misused('bad-language', `“${value}” is no tag of a language; write en, pt-BR or zh-Hant.`)
  }
}

function checkedAddress(value: string | null): string | null {
  if (value === null) return null
  if (URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)) return value
  throw misused('bad-address', `“${value}” is no web address; it begins with https:// or http://.`)
}
