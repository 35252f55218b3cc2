import { MessageChannelMain, type BrowserWindow, type IpcMainEvent } from 'electron'
import type { Told } from '../shared/contract/page.ts'
import type { CoreHost } from './core-host.ts'
import { isTrustedSender } from './policy.ts'
import type { ServeShell } from './shell.ts'

export const PLATFORM =
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'

/**
 * Puts the page of one window in touch with the core and the shell: by new ports at each load of the page, and again
 * whenever another core takes the place of one that ended. Main is not in the data path.
 */
export class Connection {
  readonly #window: BrowserWindow
  readonly #core: CoreHost
  readonly #serveShell: ServeShell
  readonly #origin: string
  /** A page before this load would not hear. */
  #listening = false

  constructor(window: BrowserWindow, core: CoreHost, serveShell: ServeShell, origin: string) {
    this.#window = window
    this.#core = core
    this.#serveShell = serveShell
    this.#origin = origin
    const { ipc } = window.webContents
    ipc.on('listening', (event) => {
      if (!this.#trusts(event)) return
      this.#listening = true
      this.tellState()
    })
    ipc.on('dropped', (event, paths: unknown) => {
      if (this.#trusts(event) && Array.isArray(paths)) this.#dropped(paths)
    })
    window.webContents.on('did-start-loading', () => (this.#listening = false))
  }

  /** Called when the core's state changed. */
  tellState(): void {
    if (!this.#listening || this.#window.isDestroyed()) return
    const { state } = this.#core
    switch (state.kind) {
      case 'opening':
        return this.#tell({ verbatim: 'lost' }, [])
      case 'open': {
        const core = new MessageChannelMain()
        this.#core.connect(core.port1)
        return this.#tell({ verbatim: 'connected', platform: PLATFORM }, [core.port2, this.#shellPort()])
      }
      case 'unopened': {
        const { reason, message } = state
        return this.#tell({ verbatim: 'unopened', platform: PLATFORM, reason, message }, [this.#shellPort()])
      }
    }
  }

  #shellPort(): Electron.MessagePortMain {
    const shell = new MessageChannelMain()
    this.#serveShell(shell.port1, this.#window)
    return shell.port2
  }

  #dropped(paths: readonly unknown[]): void {
    const files = paths
      .filter((path) => typeof path === 'string' && path !== '')
      .map((path) => this.#serveShell.grants.give(String(path)))
    if (files.length > 0) this.#tell({ verbatim: 'dropped', files }, [])
  }

  #trusts({ senderFrame }: IpcMainEvent): boolean {
    return (
      senderFrame !== null &&
      isTrustedSender({ url: senderFrame.url, isTop: senderFrame.parent === null }, this.#origin)
    )
  }

  #tell(message: Told, ports: Electron.MessagePortMain[]): void {
    this.#window.webContents.postMessage('told', message, ports)
  }
}
