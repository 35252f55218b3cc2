import type { Locator } from '@playwright/test'
import type { App } from '../app.ts'

/** The list of a web archive’s pages, in the import dialog. */
export class ArchiveChooser {
  readonly dialog: Locator
  readonly pages: Locator
  readonly filter: Locator

  constructor(app: App) {
    this.dialog = app.page.getByRole('dialog', { name: 'Import sources' })
    this.pages = this.dialog.getByRole('checkbox')
    this.filter = this.dialog.getByRole('searchbox', { name: 'Filter by title or address' })
  }

  page(title: string): Locator {
    return this.dialog.getByRole('checkbox', { name: title })
  }

  press(button: string): Promise<void> {
    return this.dialog.getByRole('button', { name: button }).click()
  }
}
