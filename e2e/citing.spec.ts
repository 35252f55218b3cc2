import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire, SAMPLE.observer] })

test('a source is cited by @, set in the brief’s style with a bibliography, and dressed in its form', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('The vote was close [@vel')
  const picker = page.getByRole('listbox', { name: 'Sources to cite' })
  await expect(picker.getByRole('option').first()).toContainText('@velmorandvotes')
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  const cite = brief.draft.getByRole('button', { name: /^Citation/ })
  await expect(cite).toHaveText('Citation 1')
  const bibliography = page.getByRole('region', { name: 'Bibliography' })
  await expect(bibliography.getByRole('listitem')).toHaveCount(1)
  const label = await bibliography
    .locator('option', { hasText: 'American Psychological' })
    .first()
    .innerText()
  await bibliography.getByRole('combobox', { name: 'Citation style' }).selectOption({ label })
  await expect(cite).toContainText('(')
  await cite.click()
  const form = page.getByRole('dialog', { name: 'Citation' })
  await expect(form.getByRole('textbox', { name: 'Page or place' })).toBeFocused()
  await page.keyboard.type('p. 3')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(cite).toContainText('p. 3')
  await brief.draft.click()
  await page.keyboard.press('Control+z')
  await expect(cite).not.toContainText('p. 3')
  await cite.focus()
  await page.keyboard.press('Enter')
  await expect(form).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(brief.draft).toHaveText(/^The vote was close .*\.$/)
})

test('a citation of nothing is seen to be dead', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('The vote was close [@vel')
  await expect(page.getByRole('listbox', { name: 'Sources to cite' })).toBeVisible()
  await page.keyboard.press('Enter')
  await brief.draft.getByRole('button', { name: /^Citation/ }).click()
  const form = page.getByRole('dialog', { name: 'Citation' })
  await form.getByRole('combobox', { name: 'Source (citekey)' }).fill('nobody')
  await page.keyboard.press('Enter')
  await expect(brief.draft.getByRole('button', { name: /^Citation/ })).toHaveClass(/dead/)
})

test('the panel lists citations among the quotes, and puts passages and sources at the caret', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('He said ')
  const box = brief.panel.getByRole('combobox', { name: 'Quote or cite…' })
  await box.fill('will not close the')
  await expect(brief.panel.getByRole('option').first()).toContainText('will not close the river')
  await box.press('Enter')
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.draft).toBeFocused()
  await box.fill('velmora')
  await brief.panel.getByRole('option', { name: /Cite @velmorandvotes/ }).click()
  await expect(brief.draft.getByRole('button', { name: /^Citation/ })).toBeVisible()
  await expect(brief.panel.getByRole('listitem')).toHaveCount(2)
  await expect(brief.panel.getByRole('listitem').nth(1)).toContainText('[@velmorandvotes]')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await brief.panel.getByRole('button', { name: 'Edit…' }).click()
  await expect(page.getByRole('dialog', { name: 'Citation' })).toBeVisible()
})
