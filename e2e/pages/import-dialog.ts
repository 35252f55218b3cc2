import type { Locator } from '@playwright/test'
import type { App } from '../app.ts'

/** The import dialog, and the two ways into it. */
export class ImportDialog {
  readonly app: App
  readonly dialog: Locator
  readonly rows: Locator

  constructor(app: App) {
    this.app = app
    this.dialog = app.page.getByRole('dialog', { name: 'Import sources' })
    this.rows = this.dialog.getByRole('listitem')
  }

  /** What came of a file; while its choice is still being read, that stands in a second row beneath. */
  row(name: string): Locator {
    return this.rows.filter({ hasText: name }).first()
  }

  /** By the system's open dialog, which gives these files. */
  async choose(...paths: readonly string[]): Promise<void> {
    await this.app.willChoose(...paths)
    if (!(await this.dialog.isVisible()))
      await this.app.page.getByRole('button', { name: 'Import…' }).first().click()
    await this.dialog.getByRole('button', { name: 'Choose…' }).click()
  }

  /** By files dropped on the window, as the system hands them over. */
  async drop(...files: readonly string[]): Promise<void> {
    const { page } = this.app
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [...files], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data })
    }
    await session.detach()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click()
  }
}
