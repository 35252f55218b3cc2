import type { Locator, Page } from '@playwright/test'

/** What this program is, and whose works it comes with. */
export class About {
  readonly page: Page
  readonly dialog: Locator
  readonly button: Locator

  constructor(page: Page) {
    this.page = page
    this.button = page.getByRole('button', { name: 'About Verbatim' })
    this.dialog = page.getByRole('dialog', { name: 'About Verbatim' })
  }

  async open(): Promise<void> {
    await this.button.click()
  }

  /** The words of an opened licence. */
  words(licence: string | RegExp): Locator {
    return this.dialog.getByRole('region', { name: licence })
  }
}
