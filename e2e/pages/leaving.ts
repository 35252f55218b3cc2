import type { Locator, Page } from '@playwright/test'

/** What a window asks that would close while something is not stored. */
export class Leaving {
  readonly dialog: Locator
  readonly stay: Locator
  readonly go: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Not everything is stored yet' })
    this.stay = this.dialog.locator('footer').getByRole('button', { name: 'Keep the window open' })
    this.go = this.dialog.getByRole('button', { name: 'Close anyway' })
  }

  async closeAnyway(): Promise<void> {
    await this.go.waitFor()
    // The page goes beneath the click, which is told as a fault of the click.
    await this.go.click().catch(() => undefined)
  }
}
