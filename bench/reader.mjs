/**
 * The reader with long sources: an article of a million words (time from the click to its words on screen, frames while
 * it is scrolled by the wheel), ten thousand highlights on one text, and a PDF of a thousand pages (first page, memory
 * while paging). Beside it the same article as bare paragraphs in an empty page of the same browser. Prints one table and
 * writes out/bench/reader.json. Needs the built app, and a display:
 *
 *     xvfb-run -a node bench/reader.mjs
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { App } from '../e2e/app.ts'
import { SourceList } from '../e2e/pages/source-list.ts'
import { annotationsOf, article, report } from './reader/sources.mjs'
import { bare, frames, laidOut, memoryOf, opened, painted, paged } from './reader/measures.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'verbatim-reader-'))
const library = join(folder, 'Reader.verbatim')

const cli = (...args) =>
  execFileSync(process.execPath, [join(ROOT, 'bin', 'verbatim.mjs'), '--library', library, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })

const fill = () => {
  writeFileSync(join(folder, 'million.md'), article('A million words', 1_000_000))
  writeFileSync(join(folder, 'marked.md'), article('Ten thousand marks', 100_000))
  writeFileSync(join(folder, 'crowded.md'), article('Marks on marks', 3000))
  writeFileSync(join(folder, 'short.md'), '# A short note\n\nA few words.\n')
  writeFileSync(join(folder, 'report.pdf'), report('A thousand pages', 1000))
  const names = ['report.pdf', 'marked.md', 'crowded.md', 'million.md', 'short.md']
  cli('import', ...names.map((name) => join(folder, name)))
  for (const name of ['Ten thousand marks', 'Marks on marks']) mark(name)
}

const mark = (name) => {
  const { id, url } = JSON.parse(cli('--json', 'sources')).find(({ title }) => title === name)
  const text = cli('show', id, '--text')
  writeFileSync(join(folder, 'marks.jsonld'), JSON.stringify(annotationsOf(id, url, text, 10_000)))
  cli('--json', 'annotations', 'import', join(folder, 'marks.jsonld'))
}

const measure = async (app) => {
  const { page } = app
  page.setDefaultTimeout(60_000)
  const list = new SourceList(page)
  await list.open('A short note')
  await page.getByText('A few words.').waitFor()
  const million = await opened(page, 'A million words', '.words [data-start]')
  const text = await laidOut(page)
  const scrolled = await frames(page, '.scroll.reading')
  await list.open('A short note')
  await page.getByText('A few words.').waitFor()
  const marks = await painted(page, 'Ten thousand marks', 9000)
  await list.open('A short note')
  await page.getByText('A few words.').waitFor()
  const crowd = await painted(page, 'Marks on marks', 5)
  await list.open('A short note')
  await page.getByText('A few words.').waitFor()
  await list.open('A thousand pages')
  await page.getByRole('radio', { name: 'Original' }).click()
  await page.locator('.pdf-words span').first().waitFor()
  await list.open('A short note')
  await page.getByText('A few words.').waitFor()
  const pdf = await opened(page, 'A thousand pages', '.pdf-page[aria-busy="false"] .pdf-words span')
  const before = await memoryOf(app)
  await paged(page, 200)
  const middle = await memoryOf(app)
  await paged(page, 1000)
  const after = await memoryOf(app)
  const peer = await bare(page, text)
  return { million, scrolled, marks, crowd, pdf, memory: { before, middle, after }, peer }
}

const row = (what, value, limit, unit) => ({ what, value: Math.round(value * 10) / 10, limit, unit })

try {
  fill()
  const app = await App.launch({ library, userData: join(folder, 'user-data') })
  const { million, scrolled, marks, crowd, pdf, memory, peer } = await measure(app)
  await app.close()
  const rows = [
    row('1 M words: click to words on screen', million.ms, 1000, 'ms'),
    row('  the same as bare paragraphs', peer.ms, null, 'ms'),
    row('  frame while scrolling, median', scrolled.median, 17, 'ms'),
    row('  frame while scrolling, p95', scrolled.p95, 34, 'ms'),
    row('10,000 highlights: painted', marks.paint, 150, 'ms'),
    row('  click to words on screen', marks.ms, null, 'ms'),
    row('10,000 highlights on 3,000 words: painted', crowd.paint, 150, 'ms'),
    row('  click to words on screen', crowd.ms, null, 'ms'),
    row('PDF of 1,000 pages: first page, its picture too', pdf.ms, 1000, 'ms'),
    row('  memory at the first page', memory.before, null, 'MB'),
    row('  after 200 pages', memory.middle, null, 'MB'),
    row('  after 1,000 pages', memory.after, null, 'MB'),
  ]
  console.table(rows)
  mkdirSync(join(ROOT, 'out', 'bench'), { recursive: true })
  const results = { cpus: cpus().length, load: Math.round(loadavg()[0]), rows }
  writeFileSync(join(ROOT, 'out', 'bench', 'reader.json'), `${JSON.stringify(results, null, 2)}\n`)
  if (rows.some(({ value, limit }) => limit !== null && value > limit)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
