import type { Locator, Page } from '@playwright/test'

/** Where a quote's words are altered. */
export class AlterDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly words: Locator
  readonly outcome: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Alter the quote' })
    this.words = this.dialog.getByRole('textbox', { name: 'Words of the quote' })
    this.outcome = this.dialog.locator('.outcome')
  }

  /** Selects words as the keyboard does. */
  async select(words: string): Promise<void> {
    const start = (await this.words.inputValue()).indexOf(words)
    if (start < 0) throw new Error(`no “${words}”`)
    await this.words.press('Control+Home')
    for (let at = 0; at < start; at += 1) await this.page.keyboard.press('ArrowRight')
    for (let at = 0; at < words.length; at += 1) await this.page.keyboard.press('Shift+ArrowRight')
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }
}
