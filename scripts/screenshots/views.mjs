import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { About } from '../../e2e/pages/about.ts'
import { BibliographyPart } from '../../e2e/pages/bibliography.ts'
import { BriefPage } from '../../e2e/pages/brief-page.ts'
import { ExportDialog } from '../../e2e/pages/export-dialog.ts'
import { ImportDialog } from '../../e2e/pages/import-dialog.ts'
import { Reader } from '../../e2e/pages/reader.ts'
import { SearchPage } from '../../e2e/pages/search-page.ts'
import { SourceList } from '../../e2e/pages/source-list.ts'
import { ARTICLES, folder } from './libraries.mjs'
import { showPanel } from './panel.mjs'

/** Reading a source, and its quotes in a brief. */
export const views = {
  reader: async ({ page }) => {
    const reader = new Reader(page)
    await new SourceList(page).open('Velmora limits')
    await reader.text.waitFor()
    await reader.cards.first().getByText('In 1 brief').waitFor()
  },
  popover: async ({ page }) => {
    const reader = new Reader(page)
    await reader.clickIn('does not save a drop')
    await page.keyboard.press('q')
    await reader.popover.waitFor()
  },
  speaker: async ({ page }) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await page.keyboard.press('s')
    await new Reader(page).popover.getByLabel('Speaker').waitFor()
  },
  details: async ({ page }) => {
    await page.keyboard.press('Escape')
    await showPanel(page)
    await page.getByRole('tab', { name: 'Details' }).click()
  },
  uses: async ({ page }) => {
    await page.getByRole('tab', { name: 'Used in' }).click()
  },
  search: async ({ page }) => {
    const search = new SearchPage(page)
    await search.open()
    await search.field.fill('river commission')
    await search.results.first().waitFor()
  },
  brief: async ({ page }) => {
    const brief = new BriefPage(page)
    await brief.show()
    await brief.foot.getByText('need a look').waitFor()
    await brief.quotes.first().waitFor()
    await page.getByRole('button', { name: 'Quotation 2: Marked alteration' }).click()
  },
  check: async ({ page }) => {
    await page.keyboard.press('F8')
    await page.getByText('In the source').first().waitFor()
  },
  export: async ({ page }) => {
    await page.keyboard.press('Control+Shift+e')
    await new ExportDialog(page).preview.getByRole('img', { name: 'Page 1' }).waitFor()
  },
  'export-evidence': async (app) => {
    const dialog = new ExportDialog(app.page)
    const key = join(folder, 'Mara Lind.key')
    rmSync(key, { force: true })
    await app.willSave(key)
    await dialog.line('Evidence package').check()
    await dialog.root.getByRole('button', { name: 'Make a key…' }).click()
    await dialog.root.getByRole('button', { name: 'Copy fingerprint' }).waitFor()
  },
  import: async (app) => {
    await app.page.keyboard.press('Escape')
    const imports = new ImportDialog(app)
    await imports.choose(ARTICLES[0], join(folder, 'gone.txt'), ARTICLES[1])
    await imports.row('gone.txt').waitFor()
    await imports.dialog.getByRole('button', { name: 'Done' }).waitFor()
  },
  'set-aside': async ({ page }) => {
    const brief = new BriefPage(page)
    await page.keyboard.press('Escape')
    await brief.show()
    await brief.quotes.first().waitFor()
    await showPanel(page)
    await page.getByRole('tab', { name: 'Citations' }).click()
    await page
      .getByRole('button', { name: /water war/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Always in this brief' }).scrollIntoViewIfNeeded()
  },
  'citation-styles': async ({ page }) => {
    await page.keyboard.press('Escape')
    const bibliography = new BibliographyPart(page)
    await bibliography.part.getByRole('button', { name: 'Citation styles' }).click()
  },
  about: async ({ page }) => {
    await page.keyboard.press('Escape')
    const about = new About(page)
    await about.open()
    await about.dialog.getByText('Common Public Attribution License').press('Enter')
    await about.words(/CPAL/).waitFor()
  },
}
