/**
 * How well saved pages are read, beside Readability and Defuddle on the same pages in the same run, on the development
 * corpora beside the checkout: the words (4-word shingles, by the public benchmark's method) of news articles, of
 * Readability's test pages and of Defuddle's fixtures, and the facts of Readability's test pages. Prints one table and
 * keeps it as JSON in out/bench/extraction.json.
 *
 *     node bench/extraction.mjs [--alone] [--only CORPUS] [--worst N] [--differences] [--halves]
 *
 * `--alone` leaves the two libraries out, `--halves` scores each half of the pages by itself (parted by the hash of
 * their names: what helps one half only is no rule).
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { CORPORA, corporaArePresent, score } from './extraction/corpora.mjs'
import { NAMES, extract } from './extraction/extractors.mjs'
import { FACTS, agrees, agreesInSubstance } from './extraction/facts.mjs'

const given = (option) => process.argv.includes(option)
const value = (option) => (given(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined)

if (!corporaArePresent()) {
  console.log('There are no corpora beside this checkout: nothing was measured.')
  process.exit(0)
}

const isFirst = ({ id }) => createHash('sha256').update(id).digest()[0] < 128

function halves(pages) {
  if (!given('--halves')) return { '': pages }
  return { ' (1)': pages.filter(isFirst), ' (2)': pages.filter((page) => !isFirst(page)) }
}

function scored(pages, results) {
  const truth = Object.fromEntries(pages.map(({ id, expected }) => [id, { articleBody: expected }]))
  const predictions = Object.fromEntries(pages.map(({ id }) => [id, { articleBody: results.get(id).text }]))
  return score(predictions, truth)
}

function wordsOf(pages, results) {
  const { f1, precision, recall, exact } = scored(pages, results)
  return { pages: pages.length, F1: f1, precision, recall, exact }
}

function factsOf(pages, results, name) {
  if (pages[0]?.facts === undefined) return {}
  const entries = FACTS.map((fact) => {
    const asked = pages.filter(({ facts }) => typeof facts[fact] === 'string' && facts[fact] !== '')
    const counted = (test) =>
      asked.filter(({ id, facts }) => test(fact, facts[fact], results.get(id).facts[fact])).length
    if (name === 'verbatim' && given('--differences')) printDifferences(fact, asked, results)
    const [exact, right] = [counted(agrees), counted(agreesInSubstance)]
    return [fact, `${exact === right ? '' : `${exact}, in substance `}${right} of ${asked.length}`]
  })
  return Object.fromEntries(entries)
}

function printDifferences(fact, pages, results) {
  for (const { id, facts } of pages) {
    const found = results.get(id).facts[fact]
    if (!agrees(fact, facts[fact], found))
      console.log(`${id} ${fact}: expected ${JSON.stringify(facts[fact])}, found ${JSON.stringify(found)}`)
  }
}

const product = ({ precision, recall }) => (precision ?? 0) * (recall ?? 0)

function printWorst(pages, results) {
  for (const row of scored(pages, results)
    .rows.toSorted((a, b) => product(a) - product(b))
    .slice(0, worst))
    console.log(`P ${row.precision?.toFixed(3) ?? '–'} R ${row.recall?.toFixed(3) ?? '–'} ${row.id}`)
}

const shown = (cell) =>
  typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(cell > 10 ? 1 : 4) : String(cell ?? '')

function print(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index].length)))
  for (const line of lines)
    console.log(
      line
        .map((cell, index) => cell.padEnd(widths[index]))
        .join('  ')
        .trimEnd(),
    )
}

const worst = Number(value('--worst') ?? 0)
const names = given('--alone') ? NAMES.slice(0, 1) : NAMES
const report = []
for (const [corpus, load] of Object.entries(CORPORA)) {
  if (value('--only') !== undefined && value('--only') !== corpus) continue
  const pages = load()
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, for the speed
    const { results, speed } = await extract(name, pages)
    for (const [half, some] of Object.entries(halves(pages))) {
      report.push({
        corpus: `${corpus}${half}`,
        extractor: name,
        ...wordsOf(some, results),
        'pages/s': speed,
        ...factsOf(some, results, name),
      })
    }
    if (name === 'verbatim') printWorst(pages, results)
  }
}
print(report)
const folder = new URL('../out/bench/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('extraction.json', folder), `${JSON.stringify(report, null, 2)}\n`)
