import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire, SAMPLE.observer] })

test('typing a quotation mark and two words offers passages, and Enter quotes one', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('Velmora’s leader said “we will not cl')
  const picker = page.getByRole('listbox', { name: 'Passages to quote' })
  await expect(picker.getByRole('option').first()).toContainText('We will not close the river')
  await expect(brief.draft).toHaveAttribute('aria-activedescendant', /-0$/)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  const before = await picker.getByRole('option').first().innerText()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(picker.getByRole('option').first()).not.toHaveText(before)
  await page.keyboard.press('Enter')
  await expect(picker).toBeHidden()
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.foot).toContainText('1 match')
  await page.keyboard.type(' today.')
  await expect(brief.draft).toContainText(/Velmora’s leader said .*We will not close the river.* today\./)
})

test('Esc leaves the list, and what is typed on stays typed', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('She said “We are')
  const picker = page.getByRole('listbox', { name: 'Passages to quote' })
  await expect(picker.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()
  await page.keyboard.type(' asking nobody at all about it” there.')
  await expect(picker).toBeHidden()
  await expect(brief.draft).toContainText('“We are asking nobody at all about it” there.')
  await expect(brief.quotes).toHaveCount(0)
})

test('at the foot of the sheet the list opens upwards, whole', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await page.setViewportSize({ width: 1440, height: 700 })
  await brief.start('Reactions')
  await brief.draft.click()
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('Enter')
  await page.keyboard.type('She said “We are')
  const picker = page.getByRole('listbox', { name: 'Passages to quote' })
  await expect(picker.getByRole('option').first()).toBeVisible()
  await expect(page.locator('.draft-picker')).toBeInViewport({ ratio: 1 })
})
