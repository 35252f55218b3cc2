import { Told } from '../../../shared/contract/page.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { lineOver, type Line } from './line.ts'
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
  #core: Line<CoreClient> | null = null
  readonly #watching = new Set<() => void>()
  readonly #dropping = new Set<(files: readonly Grant[]) => void>()

  readonly state = (): TransportState => this.#state

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#watching.add(changed)
    return () => this.#watching.delete(changed)
  }

  readonly onDropped = (dropped: (files: readonly Grant[]) => void): (() => void) => {
    this.#dropping.add(dropped)
    return () => this.#dropping.delete(dropped)
  }

  told(told: Told, ports: readonly MessagePort[]): void {
    switch (told.verbatim) {
      case 'dropped':
        for (const dropped of this.#dropping) dropped(told.files)
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
    this.#set({
      ...this.#state,
      core:
        core.kind === 'open' || core.kind === 'lost'
          ? { kind: 'lost', client: core.client }
          : { kind: 'opening' },
    })
  }

  #connected({ platform }: Extract<Told, { verbatim: 'connected' }>, ports: readonly MessagePort[]): void {
    const [corePort, shellPort] = ports
    if (corePort === undefined || shellPort === undefined) return
    this.#hangUp()
    this.#core = lineOver<CoreClient>(corePort)
    const shell = lineOver<ShellClient>(shellPort).client
    this.#set({ core: { kind: 'open', client: this.#core.client }, capabilities: { platform, shell } })
  }

  #unopened(
    { platform, reason, message }: Extract<Told, { verbatim: 'unopened' }>,
    [shellPort]: readonly MessagePort[],
  ): void {
    if (shellPort === undefined) return
    this.#hangUp()
    const shell = lineOver<ShellClient>(shellPort).client
    this.#set({ core: { kind: 'unopened', reason, message }, capabilities: { platform, shell } })
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
