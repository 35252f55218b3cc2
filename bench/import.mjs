/**
 * How fast articles come in, and what it costs: the whole way (sniff, decode, extract, sanitise, store, index) beside
 * bare Readability on linkedom, on the same pages in the same run; a page of 30 MB; and whether a page costs more as a
 * library grows. Saved pages are those of the corpora beside the checkout, where that is there. Prints one table and
 * keeps it as JSON in bench/results/import.json.
 *
 *     node bench/import.mjs [--pages N] [--growth N] [--runs N]
 *
 * Each run is a process of its own with a new library. On Linux with `taskset` the runs on one core are held there.
 * `pages/s` is by the clock; `work` is the processors' time for a page, of all processes, which other programs on a
 * busy machine lengthen less; `memory` is the most that all processes had together; `others` is how long
 * another client of the same core waited for an answer meanwhile.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canPin, measured } from './import/measured.mjs'
import { generatedPages, savedPages, singleFilePage } from './import/pages.mjs'

const number = (option, otherwise) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const pages = number('--pages', 1000)
const growth = number('--growth', 10_000)
const runs = number('--runs', 1)

const place = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
process.on('exit', () => rmSync(place, { recursive: true, force: true }))

const tenths = (value) => (value === undefined ? '' : Math.round(value * 10) / 10)

/** The run in the middle by its time. */
async function middle(args, where) {
  const results = []
  // oxlint-disable-next-line no-await-in-loop -- runs at once would measure each other
  for (let run = 0; run < runs; run += 1) results.push(await measured(args, where))
  return results.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs - 1) / 2)]
}

const rows = []
let peer = null

function report(name, cores, result) {
  const { pages: count, seconds, work, megabytes, wait, loop } = result
  const speed = count / seconds
  rows.push({
    run: name,
    cores,
    pages: count,
    seconds: tenths(seconds),
    'pages/s': tenths(speed),
    'beside bare': peer === null || cores === '' ? '' : Math.round((speed / peer) * 100) / 100,
    'work ms': tenths((work * 1000) / count),
    'memory MB': megabytes,
    'others p50 ms': tenths(wait?.p50),
    'p95 ms': tenths(wait?.p95),
    'p99 ms': tenths(wait?.p99),
    'max ms': tenths(wait?.max),
    'loop p99 ms': tenths(loop?.p99),
  })
  console.error(
    `${name}: ${count} pages in ${tenths(seconds)} s, ${tenths((work * 1000) / count)} ms of work a page, ${megabytes} MB`,
  )
  return speed
}

const saved = savedPages(join(place, 'saved'), pages)
peer = report('bare Readability + linkedom', 1, await middle(['bare', saved], { cores: 1 }))
report('verbatim, one parser', 1, await middle(['import', saved, '1'], { cores: 1 }))
report('verbatim, two parsers', 2, await middle(['import', saved, '2'], { cores: 2 }))
const large = singleFilePage(join(place, 'large'), 30)
report('a SingleFile page of 30 MB', '', await middle(['import', large, '2'], { cores: 2 }))

/** What a page costs in the course of one large import. */
const grown = await measured(['import', generatedPages(join(place, 'grown'), growth), '2'], { cores: 2 })
report(`${growth} generated pages`, '', grown)
const marks = [100, 1000, 2000, 5000, 9000, growth].filter(
  (mark, at, all) => mark <= growth && all.indexOf(mark) === at,
)
for (const [index, to] of marks.entries()) {
  const from = marks[index - 1] ?? 0
  const seconds = (grown.at[to - 1] - (grown.at[from - 1] ?? 0)) / 1000
  rows.push({
    run: `  of them ${from + 1} to ${to}`,
    pages: to - from,
    seconds: tenths(seconds),
    'pages/s': tenths((to - from) / seconds),
  })
}

console.table(rows)
const results = fileURLToPath(new URL('results/', import.meta.url))
mkdirSync(results, { recursive: true })
writeFileSync(
  join(results, 'import.json'),
  `${JSON.stringify({ node: process.version, cores: availableParallelism(), heldOnOneCore: canPin, runs, rows }, null, 2)}\n`,
)
