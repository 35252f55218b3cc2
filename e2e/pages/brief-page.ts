import type { Locator, Page } from '@playwright/test'

/** The sheet of a brief, with the panel beside it. */
export class BriefPage {
  readonly page: Page
  readonly title: Locator
  readonly draft: Locator
  readonly quotes: Locator
  readonly foot: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('textbox', { name: 'Title of the brief' })
    this.draft = page.getByRole('textbox', { name: 'Text of the brief' })
    this.quotes = this.draft.getByRole('group')
    this.foot = page.locator('.brief-foot')
    this.panel = page.getByRole('complementary', { name: 'Citations' })
  }

  async show(): Promise<void> {
    await this.page.getByRole('button', { name: 'Briefs', exact: true }).click()
  }

  async start(title: string): Promise<void> {
    await this.show()
    await this.page.getByRole('button', { name: 'New brief' }).first().click()
    await this.title.fill(title)
  }

  /** Chooses a brief in the list. */
  async choose(title: string | RegExp): Promise<void> {
    await this.page.getByRole('listbox').getByRole('option').filter({ hasText: title }).click()
  }

  /** Types at the end of the draft. */
  async write(words: string): Promise<void> {
    await this.draft.click()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.type(words)
  }

  card(number: number): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.page.locator('.no', { hasText: String(number) }) })
  }
}
