import { dialog, MessageChannelMain, type BrowserWindow, type IpcMainEvent } from 'electron'
import type { Told } from '../shared/contract/page.ts'
import { Closing } from './closing.ts'
import type { CoreHost } from './core-host.ts'
import { isTrustedSender } from './policy.ts'
import { mayRestart } from './restart.ts'
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
  readonly #closing: Closing
  /** A page before this load would not hear. */
  #listening = false
  /** Whether the page ever had a library, and thus words of the user. */
  #connected = false
  #ends: readonly number[] = []

  constructor(
    window: BrowserWindow,
    core: CoreHost,
    serveShell: ServeShell,
    origin: string,
    stays: () => void,
  ) {
    this.#window = window
    this.#closing = new Closing({
      ask: () => this.#askToClose(),
      letGo: () => window.destroy(),
      stays,
      askOutside: () => askOutside(window),
    })
    window.on('close', (event) => {
      if (!this.#closing.mayClose()) event.preventDefault()
    })
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
    window.webContents.on('did-start-loading', () => this.#pageGone())
    window.webContents.on('render-process-gone', () => this.#pageEnded())
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
        this.#connected = true
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
    this.#serveShell(shell.port1, this.#window, this.#closing)
    return shell.port2
  }

  #askToClose(): boolean {
    if (!this.#listening || !this.#connected) return false
    this.#tell({ verbatim: 'closing' }, [])
    return true
  }

  /** A page that crashed is drawn anew; what it had not stored yet is less than a second old. */
  #pageEnded(): void {
    this.#pageGone()
    this.#ends = [...this.#ends, Date.now()]
    if (!this.#window.isDestroyed() && mayRestart(this.#ends)) this.#window.reload()
  }

  #pageGone(): void {
    this.#listening = false
    this.#connected = false
    this.#closing.pageGone()
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

/** For a page that does not answer: nothing in it could ask. */
async function askOutside(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer.',
    detail:
      'What was stored is kept. What you typed in the last seconds may not be stored: wait, and close it again.',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
