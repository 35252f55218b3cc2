/**
 * Time from the start of the process to a window that can be used: the app on a library of three articles (its list is
 * drawn and a key reaches the page) beside a bare Electron with an empty window, in turn on the same Electron. Prints
 * one table and keeps it in bench/results/window-start.json. Needs the built app, and a display:
 *
 *     xvfb-run -a node bench/window-start.mjs
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from '../scripts/electron/find.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 9
const ALLOWED = 1.5
const ARTICLES = ['lake-arren-wire.txt', 'calder-courier.html', 'tarrin-observer.md']

const folder = mkdtempSync(join(tmpdir(), 'verbatim-start-'))
const library = join(folder, 'Start.verbatim')
const electron = findElectron()

/** Milliseconds until the program says that its window is usable; the program is ended then. */
const start = async (name) => {
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--verbatim-user-data=${join(folder, name)}`,
    join(ROOT, 'bench', 'window-start', `${name}.cjs`),
  ]
  const began = performance.now()
  const child = spawn(electron, args, {
    env: { ...process.env, VERBATIM_LIBRARY: library },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const usable = async () => {
    for await (const bytes of child.stdout) if (String(bytes).includes('usable')) return performance.now()
    throw new Error(`${name} ended before its window was usable.`)
  }
  const at = await usable()
  child.kill('SIGKILL')
  await ended
  return at - began
}

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor(q * (times.length - 1))]

const row = (name, times) => ({
  window: name,
  'median ms': Math.round(quantile(times, 0.5)),
  'fastest ms': Math.round(Math.min(...times)),
  'slowest ms': Math.round(Math.max(...times)),
})

const measure = async () => {
  const times = { bare: [], app: [] }
  // One start of each before it counts: profiles and caches of files are made then.
  for (let run = -1; run < RUNS; run += 1) {
    for (const name of ['bare', 'app']) {
      // oxlint-disable-next-line no-await-in-loop -- starts at once would measure each other
      const ms = await start(name)
      if (run >= 0) times[name].push(ms)
    }
  }
  return times
}

try {
  if (electron === null) throw new Error('There is no Electron. Run: node scripts/bootstrap.mjs --electron')
  const paths = ARTICLES.map((name) => join(ROOT, 'resources', 'sample', name))
  const program = join(ROOT, 'bin', 'verbatim.mjs')
  execFileSync(process.execPath, [program, '--library', library, 'import', ...paths], { stdio: 'ignore' })
  const { bare, app } = await measure()
  const rows = [row('bare Electron', bare), row('Verbatim', app)]
  const ratio = Number((rows[1]['median ms'] / rows[0]['median ms']).toFixed(2))
  console.table(rows)
  console.log(`${ratio} × bare (at most ${ALLOWED} × is allowed)`)
  const version = execFileSync(electron, ['--no-sandbox', '--version'], { encoding: 'utf8' }).trim()
  const results = {
    electron: version,
    cpus: cpus().length,
    load: Math.round(loadavg()[0]),
    runs: RUNS,
    ratio,
    allowed: ALLOWED,
    rows,
  }
  mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true })
  const text = `${JSON.stringify(results, null, 2)}\n`
  writeFileSync(join(ROOT, 'bench', 'results', 'window-start.json'), text)
  if (ratio > ALLOWED) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
