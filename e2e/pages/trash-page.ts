import type { Locator, Page } from '@playwright/test'

/** The trash, the ways into it, and what asks before a quoted source goes. */
export class TrashPage {
  readonly entry: Locator
  readonly rows: Locator
  readonly impact: Locator

  constructor(page: Page) {
    this.entry = page.getByRole('navigation').getByRole('button', { name: 'Trash' })
    this.rows = page.getByRole('main', { name: 'Trash' }).getByRole('listitem')
    this.impact = page.getByRole('dialog', { name: /quotes? this source$/ })
  }

  putBack(title: string): Promise<void> {
    return this.rows
      .filter({ hasText: title })
      .getByRole('button', { name: /^Put back/ })
      .click()
  }
}
