import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannelMain } from 'electron'
import type { contract } from '../shared/contract/index.ts'
import type { CoreHost } from './core-host.ts'

/**
 * Asks whichever core is running, by a line of its own that ends with its answer. Throws what the core throws, and an
 * error with a sentence where the core ended meanwhile.
 */
export async function askCore<T>(
  core: CoreHost,
  ask: (client: ContractRouterClient<typeof contract>) => Promise<T>,
): Promise<T> {
  const { port1, port2 } = new MessageChannelMain()
  core.connect(port1)
  port2.start()
  // A core that ends while it is asked closes the port and answers no more.
  const gone = new Promise<never>((_resolve, reject) => {
    port2.once('close', () => reject(new Error('The library is being opened again. Try this again.')))
  })
  try {
    const client = createORPCClient<ContractRouterClient<typeof contract>>(new RPCLink({ port: port2 }))
    return await Promise.race([ask(client), gone])
  } finally {
    gone.catch(() => undefined)
    port2.close()
  }
}
