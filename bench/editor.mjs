/**
 * The editor with briefs of three lengths: time from the click to the words on screen, from a key that is really pressed
 * to the frame that shows it, the longest that the page was busy meanwhile (saving and checking go on), and how long the
 * core takes to save; beside Lexical alone with the same words in the same window. Prints one table and writes
 * out/bench/editor.json. Needs the built app, and a display:
 *
 *     xvfb-run -a node bench/editor.mjs [--sizes 1000,10000,100000] [--keys N]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { App } from '../e2e/app.ts'
import { digestBrief } from '../src/core/briefs/digest.ts'
import { openWorkingCopy, saveWorkingCopy } from '../src/core/briefs/working-copy.ts'
import { listBriefs } from '../src/core/db/briefs.ts'
import { openLibrary } from '../src/core/library/open.ts'
import { fillLibrary } from './editor/briefs.mjs'
import { openBrief, typed } from './editor/measures.mjs'

const given = (option, otherwise) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const sizes = given('--sizes', '1000,10000,100000')
  .split(',')
  .map(Number)
  .map((words) => ({ words, quotes: Math.max(10, words / 100) }))
const keys = Number(given('--keys', '120'))
const folder = mkdtempSync(join(tmpdir(), 'verbatim-editor-'))
const library = join(folder, 'Editor.verbatim')

async function bareScript() {
  const out = join(folder, 'bare')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      lib: { entry: join(ROOT, 'bench/editor/bare.mjs'), formats: ['iife'], name: 'bare', fileName: 'bare' },
    },
  })
  return join(out, 'bare.iife.js')
}

/** Milliseconds that the core takes to save each brief, in the middle of five. */
function savesOf(made) {
  const opened = openLibrary({ path: library, digestBrief, who: 'Ada', device: 'desk' })
  const times = new Map()
  for (const { id, title } of listBriefs(opened.reader)) {
    const all = []
    for (let run = 0; run < 5; run += 1) {
      const { brief, state } = openWorkingCopy(opened, id)
      const began = performance.now()
      saveWorkingCopy(opened, { brief: id, state, seen: brief.updatedAt, revision: false })
      all.push(performance.now() - began)
    }
    times.set(title, all.toSorted((a, b) => a - b)[2])
  }
  opened.close()
  return made.map(({ title }) => times.get(title))
}

const round = (value) => Math.round(value * 10) / 10

try {
  const made = fillLibrary(library, sizes)
  const saves = savesOf(made)
  const app = await App.launch({ library, userData: join(folder, 'user-data') })
  const { page } = app
  page.setDefaultTimeout(60_000)
  await page.getByRole('button', { name: 'Briefs', exact: true }).click()
  const rows = []
  for (const [at, { words, quotes, title, paragraphs }] of made.entries()) {
    const load = await openBrief(page, title, paragraphs[1].slice(0, 40))
    await page.locator('.brief-foot').getByText(/match/).waitFor()
    // A long draft lays its blocks out in groups, which are found here too.
    await page.locator('.draft > :nth-child(4)').first().click()
    await page.keyboard.press('End')
    const typing = await typed(page, '.draft', keys)
    rows.push({
      words,
      quotes,
      'load, ms': round(load),
      'key p50': round(typing.p50),
      'key p95': round(typing.p95),
      'longest busy': round(typing.longest),
      'save in the core, ms': round(saves[at]),
    })
  }
  const script = await bareScript()
  // The page's own policy forbids scripts; the browser's tools do not.
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.addScriptTag({ path: script })
  for (const [at, { paragraphs }] of made.entries()) {
    const began = await page.evaluate((texts) => {
      const start = performance.now()
      globalThis.bareLexical(texts)
      return new Promise((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))),
      )
    }, paragraphs)
    await page.locator('.bare-lexical > :nth-child(4)').click()
    await page.keyboard.press('End')
    const typing = await typed(page, '.bare-lexical', keys)
    Object.assign(rows[at], {
      'bare load': round(began),
      'bare p50': round(typing.p50),
      'bare p95': round(typing.p95),
      'p50 ratio': round(rows[at]['key p50'] / typing.p50),
    })
  }
  await app.close()
  console.table(rows)
  mkdirSync(join(ROOT, 'out', 'bench'), { recursive: true })
  const results = { cpus: cpus().length, load: round(loadavg()[0]), keys, rows }
  writeFileSync(join(ROOT, 'out', 'bench', 'editor.json'), `${JSON.stringify(results, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
