import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { About } from './pages/about.ts'

test('what this program is and whose works it comes with is read by keyboard, and nothing is fetched', async ({
  verbatim,
}) => {
  const { page, app } = verbatim
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const about = new About(page)
  await expect(about.button).toBeVisible()
  await app.chooseInMenu('About Verbatim')
  await expect(about.dialog).toContainText(/Version \d+\.\d+\.\d+/)
  await expect(about.dialog).toContainText('Citations are formatted by citeproc-js.')
  await expect(about.dialog).toContainText('Copyright © 2009–2019 Frank Bennett')

  // The first licence has the focus: opened, read and left by keys alone.
  await page.keyboard.press('Enter')
  await expect(about.words('Verbatim’s own licence')).toContainText('MIT License')
  await page.keyboard.press('Tab')
  await expect(about.words('Verbatim’s own licence')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(about.words(/CPAL/)).toContainText('Common Public Attribution License')
  await about.dialog.getByText('SIL Open Font License 1.1').press('Enter')
  await expect(about.words(/SIL/)).toContainText('The Source Serif 4 Project Authors')
  await about.dialog.getByText(/GPL 2 or 3/).press('Enter')
  await expect(about.words(/GPL 2 or 3/)).toContainText('dictionary-de')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(about.dialog).toBeHidden()

  await about.open()
  await expect(about.dialog).toBeVisible()
  await about.dialog.getByRole('button', { name: 'Close' }).click()
  await expect(about.button).toBeFocused()
})
