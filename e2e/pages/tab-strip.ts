import type { Locator, Page } from '@playwright/test'

/** What is open in the window: the strip of tabs over the sheets, and the sheets. */
export class TabStrip {
  readonly page: Page
  readonly tabs: Locator
  readonly current: Locator
  /** The sheet beside the one that is worked in. */
  readonly other: Locator

  constructor(page: Page) {
    this.page = page
    const strip = page.getByRole('tablist', { name: 'Open in this window' })
    this.tabs = strip.getByRole('tab')
    this.current = strip.getByRole('tab', { selected: true })
    this.other = page.locator('[data-pane="other-sheet"]')
  }

  tab(title: string | RegExp): Locator {
    return this.tabs.filter({ hasText: title })
  }

  /** A row of a list. */
  row(title: string | RegExp): Locator {
    return this.page.locator('[data-pane="list"]').getByRole('option').filter({ hasText: title })
  }

  /** Makes room for two sheets. */
  async widen(): Promise<void> {
    await this.page.setViewportSize({ width: 1920, height: 1000 })
  }
}
