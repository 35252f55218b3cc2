import type { Listed } from '../export.ts'

const COLUMNS: readonly (readonly [string, (listed: Listed) => string | number | null | undefined])[] = [
  ['id', ({ annotation }) => annotation.id],
  ['citekey', ({ source }) => source.citekey],
  ['title', ({ source }) => source.title],
  ['publication', ({ source }) => source.publication],
  ['published', ({ source }) => source.published],
  ['url', ({ source }) => source.url],
  ['version', ({ annotation }) => annotation.version],
  ['start', ({ annotation }) => annotation.start],
  ['end', ({ annotation }) => annotation.end],
  ['exact', ({ annotation }) => annotation.exact],
  ['status', ({ annotation }) => annotation.status],
  ['colour', ({ annotation }) => annotation.colour],
  ['comment', ({ annotation }) => annotation.comment],
  ['tags', ({ annotation }) => annotation.tags.join('; ')],
  ['speaker', ({ annotation }) => annotation.attribution?.speaker],
  ['role', ({ annotation }) => annotation.attribution?.role],
  ['stance', ({ annotation }) => annotation.attribution?.stance],
  ['topic', ({ annotation }) => annotation.attribution?.topic],
  ['date', ({ annotation }) => annotation.attribution?.date],
  ['place', ({ annotation }) => annotation.attribution?.place],
  ['language', ({ annotation }) => annotation.attribution?.language],
  ['quoted by', ({ annotation }) => annotation.attribution?.quotedBy],
]

/** A table by RFC 4180, a row an annotation, with a row of names first. Words stand as they are, line breaks included. */
export const annotationsCsv = (listed: readonly Listed[]): string =>
  [
    COLUMNS.map(([name]) => name),
    ...listed.map((each) => COLUMNS.map(([, value]) => String(value(each) ?? ''))),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
