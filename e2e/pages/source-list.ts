import type { Locator, Page } from '@playwright/test'

/** The list of sources. */
export class SourceList {
  readonly list: Locator
  readonly rows: Locator
  readonly start: Locator

  constructor(page: Page) {
    this.list = page.getByRole('listbox')
    this.rows = this.list.getByRole('option')
    this.start = page.getByRole('heading', { name: 'Start with an article you saved' })
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title })
  }

  async open(title: string | RegExp): Promise<void> {
    await this.row(title).click()
  }
}
