import { isAbsolute, join, relative, resolve } from 'node:path'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import type { Client } from '../core/router.ts'
import type { Command } from './command.ts'
import { findHighlights } from './find-highlights.ts'
import { count } from './numbers.ts'
import type { Output } from './output.ts'

const SHOW_AFTER_MS = 1000

export const importSources: Command = {
  name: 'import',
  usage:
    'PATH… [--tag T]… [--encoding E] [--password P] [--as-version-of SOURCE] [--only ADDRESS]… ｜ ARCHIVE --list',
  about:
    'Brings saved articles (.txt, .md, .html, .mhtml, .webarchive, .eml, .pdf, .docx, .odt, .epub, .warc) into\n' +
    'the library, which is made if there is none. The pictures in the folder that was saved with a page come\n' +
    'along; a web archive gives a source for each of its pages; a bibliography (BibTeX, RIS, CSL-JSON, Zotero\n' +
    'RDF) completes the sources that are there, and gives one without a text for each other work.\n' +
    'A folder is walked; “-” reads standard input. One file that cannot be read never stops the rest.\n' +
    'With --list the pages of a web archive are shown and nothing is imported; --only picks some of them.',
  example: 'verbatim import ~/Articles report.html --tag karabakh',
  options: {
    tag: { kind: 'list', value: 'T', help: 'a tag for every source of this import; may be given again' },
    encoding: { kind: 'value', value: 'E', help: 'read the text in this encoding (windows-1251, gb18030 …)' },
    password: { kind: 'value', value: 'P', help: 'opens locked PDFs; it is not kept' },
    'as-version-of': {
      kind: 'value',
      value: 'SOURCE',
      help: 'keep the file as a newer version of this source',
    },
    list: { kind: 'flag', help: 'show the pages of a web archive; nothing is imported' },
    only: {
      kind: 'list',
      value: 'ADDRESS',
      help: 'of a web archive only the page with this address; may be given again',
    },
  },
  words: { least: 1, most: Infinity },
  run: async ({ given, out, library, interruption }) => {
    const client = await library({ create: true })
    if (given.flag('list')) return listPages(client, given.words, out)
    const signal = interruption()
    const only = given.filled('only')
    const encoding = given.text('encoding')
    const password = given.text('password')
    const asVersionOf = given.text('as-version-of')
    const outcomes = await client.sources.import(
      {
        paths: given.words.map(absolute),
        tags: given.filled('tag'),
        ...(encoding === undefined ? {} : { encoding }),
        ...(password === undefined ? {} : { password }),
        ...(asVersionOf === undefined ? {} : { asVersionOf }),
        ...(only.length === 0 ? {} : { only }),
      },
      { signal },
    )
    const tally = await writeOutcomes(outcomes, given.words, out)
    if (!signal.aborted) await findHighlights(client, out, signal)
    out.say(signal.aborted ? `Stopped; what was imported is kept. ${summary(tally)}` : summary(tally))
    return tally.failed > 0 || signal.aborted ? 1 : 0
  },
}

/** The pages of web archives; a file that is none is a fault. */
async function listPages(client: Client, paths: readonly string[], out: Output): Promise<0 | 1> {
  let all: 0 | 1 = 0
  for (const path of paths) {
    const { parts } = await client.sources.contents({ path: absolute(path) })
    if (parts === null) {
      out.say(`${path} is no web archive, so it has no list of pages. Import it as it is.`)
      all = 1
    }
    for (const { name, title, date, bytes } of parts ?? []) {
      const page = { path, url: name, title, date, bytes }
      out.line(page, () => [date?.slice(0, 10) ?? ' '.repeat(10), name, title].filter(Boolean).join('  '))
    }
  }
  return all
}

/** An empty path stays one: an unset variable of a script must not import the folder it runs in. */
const absolute = (path: string): string =>
  path === '-' || path === '' || isAbsolute(path) ? path : resolve(path)

/** A path as the user wrote it, or inside the folder that was named. */
function asGiven(path: string, given: readonly string[]): string {
  for (const each of given) {
    if (path === absolute(each)) return each
    const inside = relative(absolute(each), path)
    if (each !== '-' && each !== '' && !inside.startsWith('..') && !isAbsolute(inside))
      return join(each, inside)
  }
  return path
}

type Tally = Record<ImportOutcome['status'], number>

async function writeOutcomes(
  outcomes: AsyncIterable<ImportOutcome>,
  paths: readonly string[],
  out: Output,
): Promise<Tally> {
  const tally: Tally = { imported: 0, duplicate: 0, 'new-version': 0, skipped: 0, failed: 0 }
  const started = performance.now()
  for await (const { path, ...rest } of outcomes) {
    const outcome = { path: asGiven(path, paths), ...rest }
    tally[outcome.status]++
    out.status(null)
    out.line(outcome, () => describe(outcome))
    if (performance.now() - started > SHOW_AFTER_MS) out.status(`Importing: ${summary(tally)}`)
  }
  out.status(null)
  return tally
}

function describe({ path, status, source, error }: ImportOutcome): string {
  const named = [source && `${source.citekey}  ${source.title}`, error?.message].filter(Boolean).join('  ')
  return `${status.padEnd('new-version'.length)}  ${path}  ${named}`.trimEnd()
}

function summary(tally: Tally): string {
  const parts = [
    `${count(tally.imported, 'source', 'sources')} imported`,
    ...(tally['new-version'] > 0 ? [count(tally['new-version'], 'new version', 'new versions')] : []),
    ...(tally.duplicate > 0 ? [`${tally.duplicate} already there`] : []),
    ...(tally.skipped > 0 ? [`${tally.skipped} skipped`] : []),
    ...(tally.failed > 0 ? [`${tally.failed} failed`] : []),
  ]
  return `${parts.join(', ')}.`
}
