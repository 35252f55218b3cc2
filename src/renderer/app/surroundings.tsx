import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Capabilities, CoreClient, Transport, TransportState } from './transport/transport.ts'

const TransportContext = createContext<Transport | null>(null)

export function WithTransport({
  transport,
  children,
}: {
  readonly transport: Transport
  readonly children: ReactNode
}) {
  return <TransportContext value={transport}>{children}</TransportContext>
}

export function useTransport(): Transport {
  const transport = useContext(TransportContext)
  if (transport === null) throw new Error('The window was mounted without a transport.')
  return transport
}

export function useTransportState(): TransportState {
  const { subscribe, state } = useTransport()
  return useSyncExternalStore(subscribe, state)
}

export function useCapabilities(): Capabilities {
  return useTransportState().capabilities
}

const CoreContext = createContext<CoreClient | null>(null)

export function WithCore({
  client,
  children,
}: {
  readonly client: CoreClient
  readonly children: ReactNode
}) {
  return <CoreContext value={client}>{children}</CoreContext>
}

/** The core's procedures. Another client takes its place when the core was started again. */
export function useCore(): CoreClient {
  const client = useContext(CoreContext)
  if (client === null) throw new Error('There is no core here.')
  return client
}
