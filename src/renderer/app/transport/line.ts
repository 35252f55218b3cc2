import { createORPCClient, ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { t } from '../strings/catalogue.ts'
import type { CoreClient, ShellClient } from './transport.ts'

/** A way to whoever answers over a port, and what to do when the port's other end is gone. */
export interface Line {
  readonly link: ClientLink<ClientContext>
  /** Fails every call that still waits: whoever would have answered is no more. */
  readonly hangUp: () => void
}

const lostError = (): Error => new ORPCError('LOST', { message: t.connection.lost })

/** Opens a line over a port. A port whose other end dies hangs up by itself. */
export function lineOver(port: MessagePort): Line {
  const gone = new AbortController()
  const lost = new Promise<never>((_resolve, reject) => {
    gone.signal.addEventListener('abort', () => reject(lostError()))
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
  return { link, hangUp }
}

export const clientOver = <Client extends CoreClient | ShellClient>({ link }: Pick<Line, 'link'>): Client =>
  createORPCClient<Client>(link)

/** A line that is still to come: what is asked meanwhile is asked there, or fails when it comes to nothing. */
export class LineToCome {
  readonly #line: Promise<Line>
  #came: (line: Line) => void = () => undefined
  #failed: (error: Error) => void = () => undefined

  constructor() {
    this.#line = new Promise((resolve, reject) => {
      this.#came = resolve
      this.#failed = reject
    })
    this.#line.catch(() => undefined)
  }

  get link(): ClientLink<ClientContext> {
    return { call: async (path, input, options) => (await this.#line).link.call(path, input, options) }
  }

  came(line: Line): void {
    this.#came(line)
  }

  failed(): void {
    this.#failed(lostError())
  }
}
