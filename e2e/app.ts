import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { kill } from 'node:process'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../scripts/electron/find.mjs'

/** As root Chromium has no sandbox to offer, nor where the system denies it; that it holds is not asserted then. */
export const HAS_SANDBOX = process.getuid?.() !== 0 && process.env['VERBATIM_NO_SANDBOX'] === undefined

/** Milliseconds in which an app has ended that was asked to. */
const ENDS_WITHIN = 20_000

const ROOT = new URL('..', import.meta.url).pathname

/** Where an app of a test keeps what it keeps. */
export interface Places {
  readonly library: string
  readonly userData: string
}

/** The built app on real Electron, with a library and a profile of its own. */
export class App {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Playwright knows none once the app has ended. */
  readonly #process: ChildProcess

  private constructor(electron: ElectronApplication, page: Page) {
    this.electron = electron
    this.#process = electron.process()
    this.page = page
  }

  /** `switches` are Chromium's own, such as `--disable-lcd-text`. */
  static async launch({ library, userData }: Places, switches: readonly string[] = []): Promise<App> {
    const executablePath = findElectron()
    if (executablePath === null)
      throw new Error('There is no Electron. Run: node scripts/bootstrap.mjs --electron')
    const electron = await _electron.launch({
      executablePath,
      // Playwright starts without a sandbox unless it is told otherwise.
      chromiumSandbox: HAS_SANDBOX,
      args: [`--verbatim-user-data=${userData}`, ...switches, ROOT],
      env: { ...environment(), VERBATIM_LIBRARY: library },
    })
    const page = await electron.firstWindow()
    await page.setViewportSize({ width: 1440, height: 900 })
    return new App(electron, page)
  }

  /** Ends the app as the system asks for it. One that does not end is ended, and that is a fault. */
  async close(): Promise<void> {
    if (this.#hasEnded()) return
    const ending = this.electron.close()
    if (await inTime(ending)) return
    this.#process.kill('SIGKILL')
    await ending.catch(() => undefined)
    throw new Error('The app was asked to quit and did not end.')
  }

  /** Ends every process of it at once, without a word. */
  async kill(): Promise<void> {
    const pids = await this.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    const gone = once(this.#process, 'exit')
    for (const pid of pids) if (pid !== this.#process.pid) kill(pid, 'SIGKILL')
    this.#process.kill('SIGKILL')
    await gone
  }

  /** Asks the app to quit; what comes of it is another matter. */
  quit(): Promise<void> {
    return this.electron.evaluate(({ app }) => setImmediate(() => app.quit())).then(() => undefined)
  }

  /** As the button of the window does. */
  closeWindow(): Promise<void> {
    return this.electron
      .evaluate(({ BrowserWindow }) => setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()))
      .then(() => undefined)
  }

  /** Resolves when the app has ended by itself; fails when it does not. */
  async ended(): Promise<void> {
    if (this.#hasEnded()) return
    if (!(await inTime(once(this.#process, 'exit')))) throw new Error('The app did not end.')
  }

  #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }

  /** Puts the page into an endless loop. */
  hangPage(): void {
    this.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined)
  }

  /** Ends the page's process. Playwright lets go of a page that crashed; what comes after is asked through main. */
  async crashPage(): Promise<void> {
    await this.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
    )
  }

  /** What the page shows in an element, asked through main. */
  shownWords(selector: string): Promise<string> {
    return this.electron.evaluate(async ({ webContents }, wanted) => {
      const [contents] = webContents.getAllWebContents()
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return ''
      const script = `document.querySelector(${JSON.stringify(wanted)})?.textContent ?? ''`
      // A page that goes meanwhile never answers.
      const gone = new Promise<string>((resolve) => setTimeout(resolve, 500, ''))
      return String(await Promise.race([contents.executeJavaScript(script), gone]))
    }, selector)
  }

  /** What the user will answer to a question of the system, by its button, in place of asking. */
  async willAnswer(button: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, wanted) => {
      const answer = (...given: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> => {
        const { buttons } = given.at(-1) as Electron.MessageBoxOptions
        return Promise.resolve({ response: buttons?.indexOf(wanted) ?? -1, checkboxChecked: false })
      }
      dialog.showMessageBox = answer
    }, button)
  }

  /** Process id of the core's or the parser's process; null while there is none. */
  processId(name: 'Verbatim core' | 'Verbatim parser'): Promise<number | null> {
    return this.electron.evaluate(
      ({ app }, wanted) => app.getAppMetrics().find((metric) => metric.name === wanted)?.pid ?? null,
      name,
    )
  }

  /** Process id of the core, which must be running. */
  async coreId(): Promise<number> {
    const core = await this.processId('Verbatim core')
    if (core === null) throw new Error('No core is running.')
    return core
  }

  /** Chooses an entry of the menu bar, whatever menu it is in. */
  async chooseInMenu(label: string): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow, Menu }, wanted) => {
      const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      const [window] = BrowserWindow.getAllWindows()
      entries.find((entry) => entry.label === wanted)?.click({}, window, window?.webContents)
    }, label)
  }

  /** What the system's open dialog will give, in place of asking. */
  async willChoose(...paths: readonly string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
    }, paths)
  }

  /** What the system's save dialog will give, in place of asking. */
  async willSave(path: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
  }
}

const inTime = async (ending: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ENDS_WITHIN)
  })
  try {
    return await Promise.race([ending.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
