// Runs an export, ours or a peer's, in a process of its own.
import { execFileSync, fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FRUGAL_HEAP } from '../../src/core/import/parser/frugal-heap.ts'

/** The environment and the flags are those of the command line, bin/verbatim.mjs. */
const CACHE = fileURLToPath(new URL('../../.cache/compile', import.meta.url))
const CASE = fileURLToPath(new URL('case.mjs', import.meta.url))

/** `{ms, work, megabytes, bytes, pages}`: by the clock, the processors' time, the most memory, and what was written. */
export function measured(kind, input, { folder, ending, library }) {
  const place = mkdtempSync(join(folder, 'out-'))
  return new Promise((resolve, reject) => {
    const child = fork(CASE, [kind, input, join(place, `brief.${ending}`), library ?? ''], {
      execArgv: ['--no-warnings', ...FRUGAL_HEAP],
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE, MALLOC_MMAP_THRESHOLD_: '16384' },
    })
    let figures = null
    child.on('message', (message) => {
      figures = message
    })
    child.on('exit', (code) => {
      rmSync(place, { recursive: true, force: true })
      if (figures === null) reject(new Error(`${kind} ended with ${code} and no figures.`))
      else resolve(figures)
    })
  })
}

const runs = (program) => {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n')[0]
  } catch {
    return null
  }
}

/** Its name and version, or null where it is not installed. */
export const pandoc = runs('pandoc')
/** What pandoc can make PDF by, of what is installed. */
export const pdfEngine = ['xelatex', 'lualatex'].find((program) => runs(program) !== null) ?? null

/** The most memory that a process had so far, in megabytes, where the system tells (Linux). */
function mostOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** The same of pandoc on a file of its Markdown, with the bibliography beside it. */
export function byPandoc(input, { folder, ending, to }) {
  const place = mkdtempSync(join(folder, 'out-'))
  const out = join(place, `brief.${ending}`)
  const engine = ending === 'pdf' ? [`--pdf-engine=${pdfEngine}`] : ['-t', to]
  const args = [input, '-f', 'markdown', '--citeproc', '--standalone', ...engine, '-o', out]
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn('pandoc', args, { cwd: join(input, '..'), stdio: ['ignore', 'inherit', 'ignore'] })
    let megabytes = 0
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, mostOf(child.pid))
    }, 20)
    child.on('error', reject)
    child.on('exit', (code) => {
      const ms = performance.now() - started
      clearInterval(watch)
      if (code !== 0) reject(new Error(`pandoc ended with ${code}.`))
      else resolve({ ms, megabytes, bytes: statSync(out).size })
      rmSync(place, { recursive: true, force: true })
    })
  })
}
