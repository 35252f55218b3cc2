/**
 * How long it takes to check a draft of 10,000 words with 200 quotations against libraries of three sizes, all of it and
 * after one paragraph changed; and to verify linked quotes again, each against its stored text. Prints tables and keeps
 * them as JSON in out/bench/check.json.
 *
 *     node bench/check.mjs [--sources 100,1000,10000] [--quotes 100,1000,10000] [--runs N] [--keep FOLDER]
 *
 * With `--keep` the libraries are made once and used again.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDraft } from '../src/core/check/check-draft.ts'
import { Recheck } from '../src/core/check/recheck.ts'
import { verifyQuotes } from '../src/core/verify/verify-quotes.ts'
import { parseBrief } from '../src/shared/brief/parse.ts'
import { addLinkedQuotes } from './check/linked.mjs'
import { takeUpWordCodes, wordCodesPending } from '../src/core/db/text-words.ts'
import { digestBrief } from '../src/core/briefs/digest.ts'
import { openLibrary } from '../src/core/library/open.ts'
import { importText } from '../src/core/library/fixtures/scratch.ts'
import { makeDraft } from './check/drafts.mjs'
import { makeArticle } from './check/texts.mjs'

const given = (option, otherwise) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const sizes = given('--sources', '100,1000,10000').split(',').map(Number)
const quotes = given('--quotes', '100,1000,10000').split(',').map(Number)
const runs = Number(given('--runs', '5'))
const kept = given('--keep', null)
const folder = kept ?? mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
mkdirSync(folder, { recursive: true })
if (kept === null) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const round = (value, digits = 1) => Number(value.toFixed(digits))
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

function libraryOf(count) {
  const path = join(folder, `Check${count}.verbatim`)
  const isNew = !existsSync(path)
  const library = openLibrary({ path, create: true, digestBrief, who: 'Ada', device: 'desk' })
  const sources = []
  for (let at = 0; at < count; at += 1) {
    const text = makeArticle(at + 1, 300 + ((at * 37) % 600))
    const citekey = `source${at}`
    if (isNew) importText(library, text, { citekey, title: text.slice(0, 60), url: null })
    sources.push({ citekey, text })
  }
  while (wordCodesPending(library.reader)) library.writeQuietly((writer) => takeUpWordCodes(writer, 500))
  return { library, sources }
}

/** By the clock, and what the processor did for it, which other programs on a busy machine lengthen less; in milliseconds. */
function timed(act) {
  const times = []
  const works = []
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage()
    const started = performance.now()
    act()
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(before)
    works.push((user + system) / 1000)
  }
  return { times, works }
}

/** Verifies every linked quote of every brief again: its text is read, the text's hash checked, the words judged. */
function linkedRow(count) {
  const path = join(folder, `Linked${count}.verbatim`)
  const isNew = !existsSync(path)
  const library = openLibrary({ path, create: true, digestBrief, who: 'Ada', device: 'desk' })
  if (isNew) addLinkedQuotes(library, count)
  let verdicts = {}
  const { times, works } = timed(() => {
    verdicts = verifyQuotes(library, [])
  })
  library.close()
  return {
    quotes: count,
    'first, ms': round(times[0]),
    'again, ms': round(median(times)),
    'work, ms': round(median(works)),
    ...verdicts,
  }
}

/** One paragraph of a brief changed: what is judged again while one types. */
function typingRow(count) {
  const { library, sources } = libraryOf(count)
  const text = makeDraft(sources, { count: 200, words: 10_000, seed: 7 })
  const recheck = new Recheck(library.reader)
  const times = []
  for (let run = 0; run <= 20; run += 1) {
    const typed =
      run === 0
        ? ''
        : `It said “${sources[run % sources.length].text.split(' ').slice(3, 12).join(' ')}”.\n\n`
    const state = parseBrief(typed + text, { name: 'Draft', passageOf: () => null })
    const started = performance.now()
    recheck.check(state)
    times.push(performance.now() - started)
  }
  library.close()
  const sorted = times.slice(1).toSorted((a, b) => a - b)
  return {
    sources: count,
    'all, ms': round(times[0]),
    'one changed, p50 ms': round(median(sorted)),
    'p95 ms': round(sorted[18]),
  }
}

const rows = []
for (const count of sizes) {
  const { library, sources } = libraryOf(count)
  const text = makeDraft(sources, { count: 200, words: 10_000, seed: 7 })
  let found = []
  const { times, works } = timed(() => {
    found = checkDraft(library, { text, format: 'markdown' })
  })
  const verdicts = {}
  for (const { verdict } of found) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  rows.push({
    sources: count,
    words: text.split(/\s+/).length,
    quotations: found.length,
    'first, ms': round(times[0]),
    'again, ms': round(median(times)),
    'work, ms': round(median(works)),
    ...verdicts,
  })
  library.close()
}
console.table(rows)
const typing = sizes.map(typingRow)
console.table(typing)
const linked = quotes.map(linkedRow)
console.table(linked)
const out = new URL('../out/bench/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(
  new URL('check.json', out),
  `${JSON.stringify({ node: process.version, rows, typing, linked }, null, 2)}\n`,
)
