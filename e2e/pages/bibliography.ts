import type { Locator, Page } from '@playwright/test'

/** What stands under a brief: its bibliography, and the styles that it can be set in. */
export class BibliographyPart {
  readonly page: Page
  readonly part: Locator
  readonly entries: Locator
  readonly style: Locator

  constructor(page: Page) {
    this.page = page
    this.part = page.getByRole('region', { name: 'Bibliography' })
    this.entries = this.part.getByRole('listitem')
    this.style = this.part.getByRole('combobox', { name: 'Citation style' })
  }

  /** The name of the style that is chosen. */
  get chosen(): Locator {
    return this.style.locator('option:checked')
  }

  async act(entry: string): Promise<void> {
    await this.part.getByRole('button', { name: 'Citation styles' }).click()
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }
}
