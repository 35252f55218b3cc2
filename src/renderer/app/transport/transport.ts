import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../../shared/contract/index.ts'
import type { BriefAct, TextSizeStep } from '../../../shared/contract/page.ts'
import type { Grant, shell } from '../../../shared/contract/shell.ts'

export type CoreClient = ContractRouterClient<typeof contract>
export type ShellClient = ContractRouterClient<typeof shell>
export type Platform = 'mac' | 'windows' | 'linux'

/** What the surroundings offer. The window asks this, never what it runs in. */
export interface Capabilities {
  readonly platform: Platform
  /** The system's dialogs, folders, title and theme; null where there is no shell, as in a browser or a test. */
  readonly shell: ShellClient | null
}

export type CoreState =
  | { readonly kind: 'opening' }
  /** The core ended and another is being started; what `client` is asked meanwhile is asked of that one. */
  | { readonly kind: 'lost'; readonly client: CoreClient }
  | { readonly kind: 'open'; readonly client: CoreClient }
  /** The library cannot be opened; `message` is its one sentence. */
  | {
      readonly kind: 'unopened'
      readonly reason: string
      readonly message: string
      /** Fails every call; null where no core was there yet. */
      readonly client: CoreClient | null
    }

export interface TransportState {
  readonly core: CoreState
  readonly capabilities: Capabilities
}

/** The window's only way out: to the core, to its shell, and to files dropped on it. */
export interface Transport {
  readonly state: () => TransportState
  /** Called with every new state; the returned function ends it. */
  readonly subscribe: (changed: () => void) => () => void
  /** The window is to close, and waits for the shell's `leave`; the returned function ends it. */
  readonly onClosing: (closing: () => void) => () => void
  /** The menu bar asks for another size of the text; the returned function ends it. */
  readonly onTextSize: (asked: (step: TextSizeStep) => void) => () => void
  /** Calls back when the menu bar asks for focus mode, or for its end. */
  readonly onFocusMode: (asked: () => void) => () => void
  /** Calls back when the menu bar asks what this program is. */
  readonly onAbout: (asked: () => void) => () => void
  /** Calls back when the menu bar asks for something of the brief that is worked in. */
  readonly onBriefAct: (asked: (act: BriefAct) => void) => () => void
  /** Files that the user dropped on the window; the returned function ends it. */
  readonly onDropped: (dropped: (files: readonly Grant[]) => void) => () => void
}
