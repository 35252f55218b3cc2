import type { CoreClient, Transport, TransportState } from './transport.ts'

const never = () => (): void => undefined

/** A transport to a core in the same process: for tests, and wherever the contract is at hand as functions. */
export function inProcessTransport(client: CoreClient): Transport {
  const state: TransportState = {
    core: { kind: 'open', client },
    capabilities: { platform: 'linux', shell: null },
  }
  return {
    state: () => state,
    subscribe: never,
    onDropped: never,
    onClosing: never,
    onTextSize: never,
    onFocusMode: never,
    onAbout: never,
    onBriefAct: never,
  }
}
