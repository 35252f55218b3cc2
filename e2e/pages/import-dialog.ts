import type { Locator } from '@playwright/test'
import type { App } from '../app.ts'

/** The import dialog, and the two ways into it. */
export class ImportDialog {
  readonly app: App
  readonly dialog: Locator
  readonly rows: Locator
  /** How far the import is, in files. */
  readonly head: Locator
  readonly bar: Locator
  /** What a screen reader is told, in the dialog or without it. */
  readonly said: Locator
  readonly undo: Locator
  readonly redo: Locator
  readonly frame: Locator

  constructor(app: App) {
    this.app = app
    this.dialog = app.page.getByRole('dialog', { name: 'Import sources' })
    this.rows = this.dialog.getByRole('listitem')
    this.head = this.dialog.locator('.prog')
    this.bar = this.dialog.getByRole('progressbar', { name: 'Progress of the import' })
    this.said = this.dialog.getByRole('status')
    this.undo = this.dialog.getByRole('button', { name: 'Undo import' })
    this.redo = this.dialog.getByRole('button', { name: 'Redo import' })
    this.frame = app.page.locator('.dropping')
  }

  /** What came of a file; while its choice is still being read, that stands in a second row beneath. */
  row(name: string): Locator {
    return this.rows.filter({ hasText: name }).first()
  }

  /** Presses a button of a file’s row. */
  act(name: string, button: string): Promise<void> {
    return this.row(name).getByRole('button', { name: button }).click()
  }

  /** Chooses an entry of the menu behind a button of a file’s row. */
  async tryAs(name: string, button: string, entry: string): Promise<void> {
    await this.act(name, button)
    await this.app.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  async show(): Promise<void> {
    if (!(await this.dialog.isVisible()))
      await this.app.page.getByRole('button', { name: 'Import…' }).first().click()
  }

  /** By the system's open dialog, which gives these files. */
  async choose(...paths: readonly string[]): Promise<void> {
    await this.app.willChoose(...paths)
    await this.show()
    await this.dialog.getByRole('button', { name: 'Choose…' }).click()
  }

  /** By files dropped on the window, as the system hands them over. */
  async drop(...files: readonly string[]): Promise<void> {
    await this.drag(['dragEnter', 'dragOver', 'drop'], files)
  }

  /** Files are held over the window. */
  async hover(...files: readonly string[]): Promise<void> {
    await this.drag(['dragEnter', 'dragOver'], files)
  }

  private async drag(
    types: readonly ('dragEnter' | 'dragOver' | 'drop')[],
    files: readonly string[],
  ): Promise<void> {
    const { page } = this.app
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [...files], dragOperationsMask: 1 }
    for (const type of types) {
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data })
    }
    await session.detach()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click()
  }
}
