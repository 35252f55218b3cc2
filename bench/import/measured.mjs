// Runs a case in a process of its own and watches the memory of that process and of all that it starts.
import { execFileSync, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FRUGAL_HEAP } from '../../src/core/import/parser/frugal-heap.ts'

/** The environment and the flags are those of the command line, bin/verbatim.mjs. */
const CACHE = fileURLToPath(new URL('../../.cache/compile', import.meta.url))
const CASE = fileURLToPath(new URL('case.mjs', import.meta.url))

function pinning() {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether a run can be held on one core (Linux with `taskset`). */
export const canPin = pinning()

function children(pid) {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [pid, ...own.flatMap(children)]
  } catch {
    return []
  }
}

/** Clock ticks of the system's accounts of processes. */
const TICKS = 100

/** Seconds that a process has worked, of all of its threads. */
function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return 0
  }
}

/** What each process has by itself and its share of what several have, in bytes; as a sum counted once. */
function memoryOf(pids) {
  let sum = 0
  for (const pid of pids) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      sum += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
    } catch {
      // It has just ended, or the system does not tell.
    }
  }
  return sum
}

/** The figures of a case; `cores` 1 holds all of its processes on one core. `megabytes` is the most that they had together. */
export function measured(args, { cores }) {
  return new Promise((resolve, reject) => {
    const child = fork(CASE, args, {
      execArgv: ['--no-warnings', ...FRUGAL_HEAP],
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE, MALLOC_MMAP_THRESHOLD_: '16384' },
    })
    if (cores === 1 && canPin) execFileSync('taskset', ['-acp', '0', String(child.pid)], { stdio: 'ignore' })
    let most = 0
    let figures = null
    const worked = new Map()
    const watch = setInterval(() => {
      const pids = children(child.pid)
      most = Math.max(most, memoryOf(pids))
      for (const pid of pids) worked.set(pid, Math.max(worked.get(pid) ?? 0, secondsOf(pid)))
    }, 100)
    child.on('message', (message) => {
      figures = message
    })
    child.on('exit', (code) => {
      clearInterval(watch)
      if (figures === null) reject(new Error(`The run ended with ${code} and no figures.`))
      else {
        const work = [...worked.values()].reduce((sum, seconds) => sum + seconds, 0)
        resolve({ ...figures, work, megabytes: Math.round(most / 1e6) })
      }
    })
  })
}
