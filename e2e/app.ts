import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../scripts/electron/find.mjs'

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

  private constructor(electron: ElectronApplication, page: Page) {
    this.electron = electron
    this.page = page
  }

  /** `switches` are Chromium's own, such as `--disable-lcd-text`. */
  static async launch({ library, userData }: Places, switches: readonly string[] = []): Promise<App> {
    const executablePath = findElectron()
    if (executablePath === null)
      throw new Error('There is no Electron. Run: node scripts/bootstrap.mjs --electron')
    const electron = await _electron.launch({
      executablePath,
      // As root Chromium has no sandbox to offer; that the system's sandbox holds is not asserted then.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--verbatim-user-data=${userData}`,
        ...switches,
        ROOT,
      ],
      env: { ...environment(), VERBATIM_LIBRARY: library },
    })
    const page = await electron.firstWindow()
    await page.setViewportSize({ width: 1440, height: 900 })
    return new App(electron, page)
  }

  close(): Promise<void> {
    return this.electron.close()
  }

  /** Process id of the core's or the parser's process; null while there is none. */
  processId(name: 'Verbatim core' | 'Verbatim parser'): Promise<number | null> {
    return this.electron.evaluate(
      ({ app }, wanted) => app.getAppMetrics().find((metric) => metric.name === wanted)?.pid ?? null,
      name,
    )
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

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
