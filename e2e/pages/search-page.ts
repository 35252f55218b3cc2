import type { Locator, Page } from '@playwright/test'

/** Searching the library. */
export class SearchPage {
  readonly page: Page
  readonly field: Locator
  readonly results: Locator

  constructor(page: Page) {
    this.page = page
    this.field = page.getByRole('searchbox', { name: 'Search the library' })
    this.results = page.getByRole('list', { name: 'Search the library' }).getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').waitFor()
    await this.page.keyboard.press('Control+Shift+F')
    await this.field.waitFor()
  }
}
