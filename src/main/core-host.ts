import { join } from 'node:path'
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { FromCore, ToCore } from './core-process/messages.ts'
import { endProcess } from './end-process.ts'
import { FRUGAL_HEAP } from '../core/import/parser/frugal-heap.ts'
import { ParserProcesses } from './parser-host.ts'
import { mayRestart } from './restart.ts'

/** How it stands with the core: a page is connected only to an open one. */
export type CoreState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unopened'; readonly reason: string; readonly message: string }

const KEEPS_ENDING: CoreState = {
  kind: 'unopened',
  reason: 'core-ended',
  message: 'The library’s part of Verbatim keeps ending. What was stored is kept. Try again.',
}

/** Keeps one core running in a process of its own; one that dies is started again with the same library. */
export class CoreHost {
  readonly #changed: (state: CoreState) => void
  readonly #fonts: string
  #path: string
  #state: CoreState = { kind: 'opening' }
  #process: UtilityProcess | null = null
  #parsers: ParserProcesses | null = null
  #ends: number[] = []
  #closing = false
  /** Kept for a core that takes the place of one that ended. */
  readonly #granted = new Map<string, string>()

  constructor(path: string, fonts: string, changed: (state: CoreState) => void) {
    this.#path = path
    this.#fonts = fonts
    this.#changed = changed
  }

  get state(): CoreState {
    return this.#state
  }

  get path(): string {
    return this.#path
  }

  /** Opens a library, in a new process; the one before is let go. */
  open(path: string = this.#path): void {
    this.#path = path
    this.#ends = []
    if (this.#process !== null) endProcess(this.#process)
    this.#start()
  }

  connect(port: MessagePortMain): void {
    this.#tell({ kind: 'page' }, port)
  }

  grant(token: string, path: string): void {
    this.#granted.set(token, path)
    this.#tell({ kind: 'grant', token, path })
  }

  close(): void {
    this.#closing = true
    this.#parsers?.endAll()
    if (this.#process !== null) endProcess(this.#process)
  }

  #start(): void {
    const child = utilityProcess.fork(join(import.meta.dirname, 'core.cjs'), [], {
      serviceName: 'Verbatim core',
      execArgv: [...FRUGAL_HEAP],
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const parsers = new ParserProcesses(child)
    child.on('message', (message: FromCore) => this.#heard(message, parsers, child))
    child.once('exit', () => {
      parsers.endAll()
      if (child === this.#process) this.#ended()
    })
    this.#process = child
    this.#parsers = parsers
    this.#set({ kind: 'opening' })
    this.#tell({ kind: 'open', path: this.#path, create: true, fonts: this.#fonts })
    for (const [token, path] of this.#granted) this.#tell({ kind: 'grant', token, path })
  }

  #heard(message: FromCore, parsers: ParserProcesses, child: UtilityProcess): void {
    switch (message.kind) {
      case 'start-parser':
        return parsers.start(message.id)
      case 'end-parser':
        return parsers.end(message.id)
      case 'opened':
        if (child === this.#process) this.#set({ kind: 'open' })
        return
      case 'unopened':
        if (child === this.#process) this.#set(message)
        return
    }
  }

  #ended(): void {
    if (this.#closing) return
    this.#ends = [...this.#ends, Date.now()]
    if (mayRestart(this.#ends)) this.#start()
    else this.#set(KEEPS_ENDING)
  }

  #set(state: CoreState): void {
    this.#state = state
    this.#changed(state)
  }

  #tell(message: ToCore, port?: MessagePortMain): void {
    this.#process?.postMessage(message, port === undefined ? [] : [port])
  }
}
