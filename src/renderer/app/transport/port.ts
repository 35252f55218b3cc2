import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { Told } from '../../../shared/contract/page.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { t } from '../strings/catalogue.ts'
import type { CoreClient, ShellClient, Transport, TransportState } from './transport.ts'

/** A port and what to do when its other end is gone. */
interface Line<Client> {
  readonly client: Client
  /** Fails every call that still waits: whoever would have answered is no more. */
  readonly hangUp: () => void
}

function lineOver<Client extends CoreClient | ShellClient>(port: MessagePort): Line<Client> {
  let hangUp: () => void = () => undefined
  const gone = new Promise<never>((_resolve, reject) => {
    hangUp = () => {
      reject(new ORPCError('LOST', { message: t.connection.lost }))
      // The link ends its streams when the port says that it closed; a port closed at this end says nothing.
      port.dispatchEvent(new Event('close'))
      port.close()
    }
  })
  gone.catch(() => undefined)
  port.addEventListener('close', () => hangUp(), { once: true })
  const link = new RPCLink({ port, interceptors: [({ next }) => Promise.race([next(), gone])] })
  port.start()
  return { client: createORPCClient(link) as Client, hangUp: () => hangUp() }
}

/** The transport of a window in a shell: two ports that come by messages to the page, anew whenever a core is started. */
export function portTransport(page: Window): Transport {
  let state: TransportState = { core: { kind: 'opening' }, capabilities: { platform: 'linux', shell: null } }
  let core: Line<CoreClient> | null = null
  let shell: Line<ShellClient> | null = null
  const watching = new Set<() => void>()
  const dropping = new Set<(files: readonly Grant[]) => void>()
  const set = (next: TransportState): void => {
    state = next
    for (const changed of watching) changed()
  }
  const hangUp = (): void => {
    core?.hangUp()
    core = null
  }
  const toldBy = (told: Told, ports: readonly MessagePort[]): void => {
    switch (told.verbatim) {
      case 'dropped':
        for (const dropped of dropping) dropped(told.files)
        return
      case 'lost':
        hangUp()
        return set({ ...state, core: { kind: state.core.kind === 'open' ? 'lost' : 'opening' } })
      case 'connected': {
        hangUp()
        const [corePort, shellPort] = ports
        if (corePort === undefined || shellPort === undefined) return
        core = lineOver<CoreClient>(corePort)
        shell = lineOver<ShellClient>(shellPort)
        return set({
          core: { kind: 'open', client: core.client },
          capabilities: { platform: told.platform, shell: shell.client },
        })
      }
      case 'unopened': {
        hangUp()
        const [shellPort] = ports
        if (shellPort === undefined) return
        shell = lineOver<ShellClient>(shellPort)
        const { reason, message, platform } = told
        return set({
          core: { kind: 'unopened', reason, message },
          capabilities: { platform, shell: shell.client },
        })
      }
    }
  }
  page.addEventListener('message', ({ source, data, ports }) => {
    if (source !== page) return
    const told = Told.safeParse(data)
    if (told.success) toldBy(told.data, ports)
  })
  page.postMessage('verbatim-listening', page.location.origin)
  return {
    state: () => state,
    subscribe: (changed) => {
      watching.add(changed)
      return () => watching.delete(changed)
    },
    onDropped: (dropped) => {
      dropping.add(dropped)
      return () => dropping.delete(dropped)
    },
  }
}
