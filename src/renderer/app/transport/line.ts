import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { t } from '../strings/catalogue.ts'
import type { CoreClient, ShellClient } from './transport.ts'

/** A client over a port, and what to do when the port's other end is gone. */
export interface Line<Client> {
  readonly client: Client
  /** Fails every call that still waits: whoever would have answered is no more. */
  readonly hangUp: () => void
}

/** Opens a line over a port. A port whose other end dies hangs up by itself. */
export function lineOver<Client extends CoreClient | ShellClient>(port: MessagePort): Line<Client> {
  const gone = new AbortController()
  const lost = new Promise<never>((_resolve, reject) => {
    gone.signal.addEventListener('abort', () => reject(new ORPCError('LOST', { message: t.connection.lost })))
  })
  // Without a call that waits there is nobody to tell.
  lost.catch(() => undefined)
  const hangUp = (): void => {
    if (gone.signal.aborted) return
    gone.abort()
    // The link ends its streams when its port says that it closed; a port closed at this end says nothing.
    port.dispatchEvent(new Event('close'))
    port.close()
  }
  port.addEventListener('close', hangUp)
  const link = new RPCLink({ port, interceptors: [(call) => Promise.race([call.next(), lost])] })
  port.start()
  return { client: createORPCClient<Client>(link), hangUp }
}
