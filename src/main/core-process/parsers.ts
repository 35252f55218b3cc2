import { readFileSync } from 'node:fs'
import type { MessagePortMain } from 'electron'
import type { ParserEnd, ParserHost, ParserProcess, ParseRequest } from '../../core/import/parser/protocol.ts'
import type { FromCore } from './messages.ts'

interface Running {
  readonly started: (port: MessagePortMain, pid: number | null) => void
  readonly ended: (end: ParserEnd) => void
}

/**
 * Parsing processes of the core, which main starts: a utility process cannot
 * start another. What is sent before the process is there waits for its port.
 */
export class Parsers implements ParserHost {
  readonly #tell: (message: FromCore) => void
  readonly #running = new Map<number, Running>()
  #lastId = 0

  constructor(tell: (message: FromCore) => void) {
    this.#tell = tell
  }

  start(): ParserProcess {
    const id = (this.#lastId += 1)
    const { process, running } = parserProcess(() => this.#tell({ kind: 'end-parser', id }))
    this.#running.set(id, running)
    this.#tell({ kind: 'start-parser', id })
    return process
  }

  started(id: number, port: MessagePortMain, pid: number | null): void {
    this.#running.get(id)?.started(port, pid)
  }

  ended(id: number, end: ParserEnd): void {
    this.#running.get(id)?.ended(end)
    this.#running.delete(id)
  }
}

const nobodyListens = (): void => undefined

function parserProcess(end: () => void): { readonly process: ParserProcess; readonly running: Running } {
  const waiting: ParseRequest[] = []
  let port: MessagePortMain | null = null
  let pid: number | null = null
  let onReply: (reply: unknown) => void = nobodyListens
  let onEnd: (end: ParserEnd) => void = nobodyListens
  const process: ParserProcess = {
    send: (request) => (port === null ? void waiting.push(request) : port.postMessage(request)),
    onReply: (listener) => (onReply = listener),
    onEnd: (listener) => (onEnd = listener),
    end,
    memory: () => residentMemory(pid),
  }
  const running: Running = {
    started: (given, itsPid) => {
      port = given
      pid = itsPid
      given.on('message', ({ data }) => onReply(data))
      given.start()
      for (const request of waiting.splice(0)) given.postMessage(request)
    },
    ended: (how) => {
      port?.close()
      onEnd(how)
    },
  }
  return { process, running }
}

/** In bytes; null where the system does not tell, and the heap's own limit has to do. */
function residentMemory(pid: number | null): number | null {
  if (process.platform !== 'linux' || pid === null) return null
  try {
    const pages = readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]
    return pages === undefined ? null : Number(pages) * 4096
  } catch {
    // The process has just ended; main tells that by a message of its own.
    return null
  }
}
