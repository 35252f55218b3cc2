import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron'
import { FRUGAL_HEAP } from '../core/import/parser/frugal-heap.ts'
import { lastWordsOf } from '../core/import/parser/last-words.ts'
import type { ToCore } from './core-process/messages.ts'
import { endProcess } from './end-process.ts'

/** Megabytes of JavaScript heap; buffers are counted by the core's watch on resident memory. */
const HEAP_MEGABYTES = 1024

/** What a process said last may arrive after the news of its end. */
const LAST_WORDS_MS = 50

/** Starts the processes in which untrusted bytes are read, and puts each in touch with the core that asked. */
export class ParserProcesses {
  readonly #core: UtilityProcess
  readonly #running = new Map<number, UtilityProcess>()

  constructor(core: UtilityProcess) {
    this.#core = core
  }

  start(id: number): void {
    const child = utilityProcess.fork(join(import.meta.dirname, 'parser.cjs'), [], {
      serviceName: 'Verbatim parser',
      execArgv: [`--max-old-space-size=${String(HEAP_MEGABYTES)}`, ...FRUGAL_HEAP],
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(null, [port1])
    child.once('spawn', () => {
      this.#tell({ kind: 'parser', id, pid: child.pid ?? null }, port2)
    })
    const endOf = lastWordsOf(child.stderr)
    child.once('exit', () => {
      this.#running.delete(id)
      setTimeout(() => this.#tell({ kind: 'parser-ended', id, end: endOf() }), LAST_WORDS_MS)
    })
    this.#running.set(id, child)
  }

  end(id: number): void {
    const child = this.#running.get(id)
    if (child !== undefined) endProcess(child)
  }

  /** With its core, which would wait for them in vain. */
  endAll(): void {
    for (const child of this.#running.values()) endProcess(child)
  }

  #tell(message: ToCore, port?: Electron.MessagePortMain): void {
    this.#core.postMessage(message, port === undefined ? [] : [port])
  }
}
