import type { Locator, Page } from '@playwright/test'

/** What an author gives the draft its blocks with: the menus of the bar, and the forms beside the caret. */
export class DraftTools {
  readonly page: Page
  readonly form: Locator

  constructor(page: Page) {
    this.page = page
    this.form = page.locator('.draft-form')
  }

  async insert(entry: string): Promise<void> {
    await this.#choose('Insert', entry)
  }

  async style(entry: string): Promise<void> {
    await this.#choose('Text style', entry)
  }

  async #choose(menu: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click()
    await this.page
      .getByRole('menu', { name: menu, exact: true })
      .getByRole('menuitem', { name: entry, exact: true })
      .click()
  }

  async field(label: string, value: string): Promise<void> {
    await this.form.getByLabel(label, { exact: true }).fill(value)
  }
}
