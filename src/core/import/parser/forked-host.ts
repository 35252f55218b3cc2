import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { FRUGAL_HEAP } from './frugal-heap.ts'
import { lastWordsOf } from './last-words.ts'
import type { ParserHost, ParserProcess } from './protocol.ts'

/** Megabytes of JavaScript heap; buffers are counted by the watch on resident memory. */
const HEAP_MEGABYTES = 1024

/**
 * Parsing processes as children on the same Node, for the command line. `entry`
 * is the file of `entry.ts`, built or as source. The child gets no environment
 * and, where Node can withhold them, no right to write files or start processes.
 */
export function forkedParserHost(entry: string, heapMegabytes = HEAP_MEGABYTES): ParserHost {
  return { start: () => forkParser(entry, heapMegabytes) }
}

function forkParser(entry: string, heapMegabytes: number): ParserProcess {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? ['--permission', '--allow-fs-read=*']
    : []
  const child = fork(entry, [], {
    serialization: 'advanced',
    env: environment(),
    execArgv: [
      `--max-old-space-size=${String(heapMegabytes)}`,
      ...FRUGAL_HEAP,
      '--no-warnings',
      ...permission,
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const end = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', end)
  child.once('close', () => process.removeListener('exit', end))
  child.unref()
  child.channel?.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  const endOf = lastWordsOf(child.stderr)
  return {
    send: (request) => {
      if (child.connected) child.send(request, () => undefined)
    },
    onReply: (listener) => child.on('message', listener),
    onEnd: (listener) => {
      const ended = (): void => listener(endOf())
      child.once('error', ended)
      child.once('close', ended)
    },
    end,
    memory: () => residentMemory(child.pid),
  }
}

const GIVES_BACK = 'MALLOC_MMAP_THRESHOLD_'

/**
 * Windows finds its own libraries by the first name. By the second Linux's C library gives what programs were compiled
 * with back to the system, some 70 MB.
 */
function environment(): NodeJS.ProcessEnv {
  const root = process.env['SystemRoot']
  return {
    ...(root === undefined ? {} : { SystemRoot: root }),
    [GIVES_BACK]: '16384',
  }
}

function residentMemory(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null
  try {
    const pages = readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]
    return pages === undefined ? null : Number(pages) * 4096
  } catch {
    // The process has just ended; its end is told by its own event.
    return null
  }
}
