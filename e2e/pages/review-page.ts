import type { Locator, Page } from '@playwright/test'

/** What a new version did to a source's highlights. */
export class ReviewPage {
  readonly main: Locator
  readonly cards: Locator
  readonly changed: Locator

  constructor(page: Page) {
    this.main = page.getByRole('main', { name: 'Review the new version' })
    this.cards = this.main.getByRole('list', { name: 'Your highlights' }).locator('> li')
    this.changed = this.main.locator('.changed > li')
  }

  card(words: string): Locator {
    return this.cards.filter({ hasText: words })
  }

  act(words: string, button: string): Promise<void> {
    return this.card(words).getByRole('button', { name: button }).click()
  }
}
