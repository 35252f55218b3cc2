import type { Locator, Page } from '@playwright/test'

/** Find and replace over the sheet of a brief. */
export class FindBar {
  readonly page: Page
  readonly bar: Locator
  readonly field: Locator
  readonly count: Locator
  readonly put: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('search', { name: 'Find in this brief' })
    this.field = this.bar.getByRole('textbox', { name: 'Find in this brief' })
    this.count = this.bar.getByRole('status').first()
    this.put = this.bar.getByRole('textbox', { name: 'Replace with' })
  }

  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f')
    await this.field.fill(words)
  }

  press(name: string): Promise<void> {
    return this.bar.getByRole('button', { name, exact: true }).click()
  }

  /** The words of the place that is looked at, as they are painted. */
  here(): Promise<string> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get('found-here') ?? [])].map((range) => (range as Range).toString()).join(''),
    )
  }
}
