import type { Locator, Page } from '@playwright/test'

/** The list of sources. */
export class SourceList {
  readonly list: Locator
  readonly rows: Locator
  readonly start: Locator
  readonly drawer: Locator
  /** How many there are, as the sidebar says. */
  readonly count: Locator

  constructor(page: Page) {
    this.list = page.getByRole('listbox')
    this.drawer = page.getByRole('button', { name: 'Show the list' })
    this.count = page.getByRole('navigation').getByRole('button', { name: 'Sources' }).locator('.n')
    this.rows = this.list.getByRole('option')
    this.start = page.getByRole('heading', { name: 'Start with an article you saved' })
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** In a narrow window the list is a drawer, which a choice closes. */
  async open(title: string | RegExp): Promise<void> {
    await this.list.or(this.drawer).first().waitFor()
    if (await this.drawer.isVisible()) await this.drawer.click()
    await this.row(title).click()
  }
}
