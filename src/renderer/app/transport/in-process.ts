import type { CoreClient, Transport, TransportState } from './transport.ts'

/** A transport to a core in the same process: for tests, and wherever the contract is at hand as functions. */
export function inProcessTransport(client: CoreClient): Transport {
  const state: TransportState = {
    core: { kind: 'open', client },
    capabilities: { platform: 'linux', shell: null },
  }
  return { state: () => state, subscribe: () => () => undefined, onDropped: () => () => undefined }
}
