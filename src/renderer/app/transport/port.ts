import { Told, type BriefAct, type TextSizeStep } from '../../../shared/contract/page.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { clientOver, lineOver, LineToCome, type Line } from './line.ts'
import type { CoreClient, ShellClient, Transport, TransportState } from './transport.ts'

/** The transport of a window in a shell: two ports that come by messages to the page, anew whenever a core is started. */
export function portTransport(page: Window): Transport {
  const transport = new PortTransport()
  page.addEventListener('message', ({ source, data, ports }) => {
    if (source !== page) return
    const told = Told.safeParse(data)
    if (told.success) transport.told(told.data, ports)
  })
  page.postMessage('verbatim-listening', page.location.origin)
  return transport
}

class PortTransport implements Transport {
  #state: TransportState = { core: { kind: 'opening' }, capabilities: { platform: 'linux', shell: null } }
  #core: Line | null = null
  /** While the core is away: the line to the next one. */
  #toCome: LineToCome | null = null
  readonly #watching = new Set<() => void>()
  readonly #closing = new Set<() => void>()
  readonly #sizing = new Set<(step: TextSizeStep) => void>()
  readonly #focusing = new Set<() => void>()
  readonly #asking = new Set<() => void>()
  readonly #acting = new Set<(act: BriefAct) => void>()
  readonly #dropping = new Set<(files: readonly Grant[]) => void>()

  readonly state = (): TransportState => this.#state

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#watching.add(changed)
    return () => this.#watching.delete(changed)
  }

  readonly onTextSize = (asked: (step: TextSizeStep) => void): (() => void) => {
    this.#sizing.add(asked)
    return () => this.#sizing.delete(asked)
  }

  readonly onFocusMode = (asked: () => void): (() => void) => {
    this.#focusing.add(asked)
    return () => this.#focusing.delete(asked)
  }

  readonly onAbout = (asked: () => void): (() => void) => {
    this.#asking.add(asked)
    return () => this.#asking.delete(asked)
  }

  readonly onBriefAct = (asked: (act: BriefAct) => void): (() => void) => {
    this.#acting.add(asked)
    return () => this.#acting.delete(asked)
  }

  readonly onDropped = (dropped: (files: readonly Grant[]) => void): (() => void) => {
    this.#dropping.add(dropped)
    return () => this.#dropping.delete(dropped)
  }

  readonly onClosing = (closing: () => void): (() => void) => {
    this.#closing.add(closing)
    return () => this.#closing.delete(closing)
  }

  told(told: Told, ports: readonly MessagePort[]): void {
    switch (told.verbatim) {
      case 'dropped':
        for (const dropped of this.#dropping) dropped(told.files)
        return
      case 'text-size':
        for (const asked of this.#sizing) asked(told.step)
        return
      case 'focus-mode':
        for (const asked of this.#focusing) asked()
        return
      case 'about':
        for (const asked of this.#asking) asked()
        return
      case 'brief':
        for (const asked of this.#acting) asked(told.act)
        return
      case 'closing':
        for (const closing of this.#closing) closing()
        return
      case 'lost':
        return this.#lost()
      case 'connected':
        return this.#connected(told, ports)
      case 'unopened':
        return this.#unopened(told, ports)
    }
  }

  #lost(): void {
    const { core } = this.#state
    this.#hangUp()
    if (core.kind === 'lost') return
    if (core.kind === 'opening' || core.client === null)
      return this.#set({ ...this.#state, core: { kind: 'opening' } })
    this.#toCome = new LineToCome()
    this.#set({ ...this.#state, core: { kind: 'lost', client: clientOver<CoreClient>(this.#toCome) } })
  }

  #connected({ platform }: Extract<Told, { verbatim: 'connected' }>, ports: readonly MessagePort[]): void {
    const [corePort, shellPort] = ports
    if (corePort === undefined || shellPort === undefined) return
    this.#hangUp()
    const core = lineOver(corePort)
    this.#core = core
    this.#toCome?.came(core)
    this.#toCome = null
    this.#set({
      core: { kind: 'open', client: clientOver<CoreClient>(core) },
      capabilities: { platform, shell: clientOver<ShellClient>(lineOver(shellPort)) },
    })
  }

  #unopened(
    { platform, reason, message }: Extract<Told, { verbatim: 'unopened' }>,
    [shellPort]: readonly MessagePort[],
  ): void {
    if (shellPort === undefined) return
    this.#hangUp()
    this.#toCome?.failed()
    this.#toCome = null
    const shell = clientOver<ShellClient>(lineOver(shellPort))
    const { core } = this.#state
    const client = core.kind === 'opening' ? null : core.client
    this.#set({ core: { kind: 'unopened', reason, message, client }, capabilities: { platform, shell } })
  }

  #hangUp(): void {
    this.#core?.hangUp()
    this.#core = null
  }

  #set(next: TransportState): void {
    this.#state = next
    for (const changed of this.#watching) changed()
  }
}
