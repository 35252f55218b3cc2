import { Reader } from '../../e2e/pages/reader.ts'
import { SourceList } from '../../e2e/pages/source-list.ts'
import { TrashPage } from '../../e2e/pages/trash-page.ts'
import { showPanel } from './panel.mjs'

/** New versions, the same story elsewhere, and what was thrown away. */
export const laterViews = {
  find: async ({ page }) => {
    const reader = new Reader(page)
    await new SourceList(page).open('Velmora limits')
    await reader.text.waitFor()
    await page.keyboard.press('Escape')
    await reader.find.open('water')
    await reader.find.count.getByText('of').waitFor()
  },
  outline: async ({ page }) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F9')
    await new Reader(page).outline.waitFor()
  },
  original: async ({ page }) => {
    const reader = new Reader(page)
    await page.keyboard.press('Escape')
    await reader.show('Original')
    await reader.look.getByRole('heading', { level: 1 }).waitFor()
  },
  review: async ({ page }) => {
    await new Reader(page).show('Text')
    await page.getByRole('main').getByRole('button', { name: 'Review' }).click()
    await page.getByRole('main', { name: 'Review the new version' }).getByRole('list').first().waitFor()
  },
  highlights: async ({ page }) => {
    await page.keyboard.press('Control+3')
    await page.getByRole('list', { name: 'Highlights' }).locator('.say').first().waitFor()
  },
  story: async ({ page }) => {
    await page.keyboard.press('Control+1')
    await new SourceList(page).open('Velmora votes')
    await new Reader(page).text.waitFor()
    await showPanel(page)
    await page.getByRole('tab', { name: 'Details' }).click()
    const story = page.getByRole('region', { name: 'Same story in' })
    await story.getByRole('button', { name: 'What differs' }).press('Enter')
    await story.locator('ins').first().scrollIntoViewIfNeeded()
  },
  trash: async ({ page }) => {
    await page.keyboard.press('Escape')
    await new TrashPage(page).entry.click()
    await new TrashPage(page).rows.first().waitFor()
  },
  'trash-emptying': async ({ page }) => {
    const trash = new TrashPage(page)
    await trash.empty.click()
    await trash.emptying.waitFor()
  },
}
