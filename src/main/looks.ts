import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannelMain } from 'electron'
import type { contract } from '../shared/contract/index.ts'
import type { CoreHost } from './core-host.ts'
import type { AskLook } from './page.ts'

/** Fetches saved pages from whichever core is running: by a line of its own for each, which ends with its answer. */
export function looksFrom(core: CoreHost): AskLook {
  return async (source, version) => {
    const { port1, port2 } = new MessageChannelMain()
    core.connect(port1)
    port2.start()
    // A core that ends while it is asked closes the port and answers no more.
    const gone = new Promise<never>((_resolve, reject) => {
      port2.once('close', () => reject(new Error('The library is being opened again. Show the page again.')))
    })
    try {
      const client = createORPCClient<ContractRouterClient<typeof contract>>(new RPCLink({ port: port2 }))
      const { file } = await Promise.race([client.sources.look({ source, version }), gone])
      return Buffer.from(await file.arrayBuffer()).toString('utf8')
    } catch (error) {
      return page(error instanceof Error ? error.message : String(error))
    } finally {
      gone.catch(() => undefined)
      port2.close()
    }
  }
}

/** The core's own sentence, alone in the frame. */
const page = (sentence: string): string =>
  `<!doctype html><meta name="color-scheme" content="light dark"><title>Verbatim</title><p style="font: 15px system-ui; margin: 3em">${sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`
