import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('the outline goes to headings and moves sections, and a selection is counted', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.draft.click()
  for (const [heading, words] of [
    ['The vote', 'They voted “yes, at once” twice.'],
    ['The river', 'It runs.'],
  ] as const) {
    await page.keyboard.press('Control+Alt+2')
    await page.keyboard.type(heading)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+0')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('F9')
  const outline = brief.panel.getByRole('list', { name: 'Outline' })
  const entries = outline.getByRole('button')
  await expect(entries).toHaveText(['The vote', 'The river'])
  await expect(entries.nth(1)).toHaveAttribute('aria-current', 'location')
  await expect(entries.nth(1)).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Alt+ArrowUp')
  await expect(entries).toHaveText(['The river', 'The vote'])
  await expect(entries.first()).toBeFocused()
  await expect(brief.draft).toHaveText(/It runs\..*They voted/s)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(brief.draft).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(entries).toHaveText(['The vote', 'The river'])
  await entries.first().dragTo(entries.nth(1))
  await expect(entries).toHaveText(['The river', 'The vote'])
  await brief.draft.click()
  await page.keyboard.press('Control+a')
  await expect(brief.foot).toContainText('12 words, 1 quotation selected')
})
