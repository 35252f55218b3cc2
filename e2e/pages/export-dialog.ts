import type { Locator, Page } from '@playwright/test'

const FORMATS = ['PDF', 'Word document', 'Markdown', 'Web page', 'Evidence package'] as const
export type Exported = (typeof FORMATS)[number]

/** What a brief is sent out as. */
export class ExportDialog {
  readonly root: Locator
  readonly preview: Locator
  /** Its button, whatever it says of how many files. */
  readonly export: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: /^Export/ })
    this.preview = this.root.getByRole('region', { name: 'Preview' })
    this.export = this.root.getByRole('button', { name: /^Export/ })
  }

  line(format: Exported): Locator {
    return this.root.getByRole('checkbox', { name: new RegExp(`^${format}`) })
  }

  /** Ticks this format and no other, by keys. */
  async only(format: Exported): Promise<void> {
    await this.export.waitFor()
    await this.line(format).focus()
    if (!(await this.line(format).isChecked())) await this.line(format).press('Space')
    for (const other of FORMATS.filter((each) => each !== format))
      if (await this.line(other).isChecked()) await this.line(other).press('Space')
  }
}
