import type { Locator, Page } from '@playwright/test'

/** The trash, the ways into it, and what asks before a quoted source goes. */
export class TrashPage {
  readonly entry: Locator
  readonly rows: Locator
  readonly impact: Locator
  readonly empty: Locator
  readonly emptying: Locator

  constructor(page: Page) {
    this.entry = page.getByRole('navigation').getByRole('button', { name: 'Trash' })
    this.rows = page.getByRole('main', { name: 'Trash' }).getByRole('listitem')
    this.impact = page.getByRole('dialog', { name: /(quotes?|cites?) this source$/ })
    this.empty = page.getByRole('button', { name: 'Empty Trash…' })
    this.emptying = page.getByRole('dialog', { name: 'Empty the Trash?' })
  }

  putBack(title: string): Promise<void> {
    return this.rows
      .filter({ hasText: title })
      .getByRole('button', { name: /^Put back/ })
      .click()
  }
}
