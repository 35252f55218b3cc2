/**
 * What it costs to export a brief of 10, 100 and 345 pages (43, 435 and 1,500 linked quotes of up to 300 sources) in
 * each format: time, bytes and peak memory, beside bare Typst and the bare docx package on the same words, and pandoc on
 * the same brief, in the same run. Prints one table and keeps all figures as JSON in out/bench/export.json.
 *
 *     node bench/export.mjs [--quotes 43,435,1500] [--runs N] [--only pdf,setting]
 *
 * Each run is a process of its own, and runs take turns, so that a busy machine slows all alike. A format goes the whole
 * way of the command: checked, cited, printed, written. “setting” is our typesetting alone, which is what bare Typst does;
 * both write PDF/UA-1 with the same fonts. Times are those in the middle, memory and bytes those of the largest brief.
 * In the JSON `work` is the processors' time, which other programs on a busy machine lengthen less.
 * “growth” is the time for a quote in the largest brief over that in the one before: 1 where it grows as the brief does.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bareTypst } from './export/bare-typst.mjs'
import { printedBriefs } from './export/content.mjs'
import { makeLibrary } from './export/library.mjs'
import { byPandoc, measured, pandoc, pdfEngine } from './export/measured.mjs'
import { open } from '../src/cli/open.ts'

const given = (option, otherwise) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const sizes = given('--quotes', '43,435,1500').split(',').map(Number)
const runs = Number(given('--runs', '5'))
const only = given('--only', null)?.split(',')

const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const library = join(folder, 'Export.verbatim')

/** Each has the name of its row; `peers` are the rows that its times are held against. */
const EXPORTS = [
  { name: 'md', ending: 'md', peers: ['pandoc gfm'] },
  { name: 'verbatim', ending: 'md', peers: [] },
  { name: 'pandoc', ending: 'md', peers: [] },
  { name: 'obsidian', ending: 'md', peers: [] },
  { name: 'html', ending: 'html', peers: ['pandoc html'] },
  { name: 'docx', ending: 'docx', peers: ['bare docx', 'pandoc docx'] },
  { name: 'pdf', ending: 'pdf', peers: ['bare Typst', 'pandoc pdf'] },
  { name: 'setting', ending: 'pdf', peers: ['bare Typst'] },
  { name: 'evidence', ending: 'zip', peers: [] },
]
const PEERS = [
  { name: 'bare Typst', kind: 'bare-typst', ending: 'pdf' },
  { name: 'bare docx', kind: 'bare-docx', ending: 'docx' },
  { name: 'pandoc gfm', to: 'gfm', ending: 'md' },
  { name: 'pandoc html', to: 'html', ending: 'html' },
  { name: 'pandoc docx', to: 'docx', ending: 'docx' },
  { name: 'pandoc pdf', to: 'pdf', ending: 'pdf' },
]

if (pandoc === null) console.error('pandoc is not installed: its rows are left out.')
else if (pdfEngine === null)
  console.error('No LaTeX is installed, without which pandoc makes no PDF: that row is left out.')

const isThere = ({ to }) => to === undefined || (pandoc !== null && (to !== 'pdf' || pdfEngine !== null))
const wanted = EXPORTS.filter(({ name }) => only?.includes(name) ?? true)
const needed = new Set(wanted.flatMap(({ peers }) => peers))
const tasks = [...wanted, ...PEERS.filter((peer) => needed.has(peer.name) && isThere(peer))]

/** What the runs of each size read. */
async function inputs() {
  const briefs = makeLibrary(library, sizes)
  const printed = await printedBriefs(library, briefs)
  const { client, close } = open(library, false, { environment: process.env, log: console })
  const made = []
  for (const [index, { quotes, brief }] of briefs.entries()) {
    const place = join(folder, String(quotes))
    mkdirSync(place)
    const files = {
      json: join(place, 'brief.json'),
      typst: join(place, 'brief.typ'),
      pandoc: join(place, 'brief.md'),
    }
    writeFileSync(files.json, JSON.stringify(printed[index]))
    writeFileSync(files.typst, bareTypst(printed[index]))
    // oxlint-disable-next-line no-await-in-loop -- one brief after another
    await client.briefs.export({ brief, format: 'pandoc', out: files.pandoc, force: false, strict: false })
    made.push({ quotes, brief, ...files })
  }
  close()
  return made
}

function run({ name, kind = name, ending, to }, input) {
  if (to !== undefined) return byPandoc(input.pandoc, { folder, ending, to })
  if (kind === 'bare-typst') return measured(kind, input.typst, { folder, ending })
  if (kind === 'setting' || kind === 'bare-docx') return measured(kind, input.json, { folder, ending })
  return measured(kind, input.brief, { folder, ending, library })
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]

/** The figures of all tasks with a brief, task by task in each round. */
async function round(input) {
  const all = tasks.map(() => [])
  for (let turn = 0; turn < runs; turn += 1)
    for (const [index, task] of tasks.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- runs at once would measure each other
      all[index].push(await run(task, input))
      console.error(`${input.quotes} quotes, ${task.name}: ${Math.round(all[index].at(-1).ms)} ms`)
    }
  return all.map((figures, index) => ({
    name: tasks[index].name,
    quotes: input.quotes,
    ms: Math.round(median(figures.map(({ ms }) => ms))),
    runs: figures.map(({ ms }) => Math.round(ms)),
    ...(figures[0].work === undefined ? {} : { work: Math.round(median(figures.map(({ work }) => work))) }),
    megabytes: Math.round(median(figures.map(({ megabytes }) => megabytes))),
    bytes: figures[0].bytes,
    ...(figures[0].pages === undefined ? {} : { pages: figures[0].pages }),
  }))
}

const results = []
for (const input of await inputs()) {
  // oxlint-disable-next-line no-await-in-loop -- sizes at once would measure each other
  results.push(...(await round(input)))
}

const of = (name) => results.filter((result) => result.name === name)
/** How many times as long it took as a peer, at each size. */
const beside = (mine, peer) =>
  of(peer)
    .map(({ ms }, index) => (mine[index].ms / ms).toFixed(2))
    .join(' ')

function rowOf({ name, peers = [] }) {
  const mine = of(name)
  const [before, last] = [mine.at(-2) ?? mine.at(-1), mine.at(-1)]
  return {
    export: name,
    ...Object.fromEntries(mine.map(({ quotes, ms }) => [`${quotes} quotes, ms`, ms])),
    growth: (last.ms / last.quotes / (before.ms / before.quotes)).toFixed(2),
    'memory MB': last.megabytes,
    kB: Math.round(last.bytes / 1000),
    pages: mine.some(({ pages }) => pages) ? mine.map(({ pages }) => pages).join(' ') : '',
    '× bare': peers.filter((peer) => peer.startsWith('bare')).map((peer) => beside(mine, peer))[0] ?? '',
    '× pandoc': peers.filter((peer) => peer.startsWith('pandoc')).map((peer) => beside(mine, peer))[0] ?? '',
  }
}

console.table(tasks.map(rowOf))
const out = fileURLToPath(new URL('../out/bench/', import.meta.url))
mkdirSync(out, { recursive: true })
const machine = { node: process.version, cores: cpus().length, load: loadavg()[0], pandoc, runs }
writeFileSync(join(out, 'export.json'), `${JSON.stringify({ ...machine, results }, null, 2)}\n`)
