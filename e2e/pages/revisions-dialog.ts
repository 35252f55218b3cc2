import type { Locator, Page } from '@playwright/test'

/** The dialog with a brief's revisions. */
export class RevisionsDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly rows: Locator
  readonly differences: Locator
  readonly restore: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Revisions' })
    this.rows = this.dialog.getByRole('option')
    this.differences = this.dialog.getByRole('region', { name: /^What differs/ })
    this.restore = this.dialog.getByRole('button', { name: 'Restore this revision' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'More about this brief' }).click()
    await this.page.getByRole('menuitem', { name: 'Revisions…' }).click()
  }
}
