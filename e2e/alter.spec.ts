import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { AlterDialog } from './pages/alter-dialog.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

/** A brief with the quote “We will not close the river …”, and its dialog opened by the keyboard alone. */
async function altering({ page, reader }: Verbatim) {
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('Velmora’s leader said ')
  await page.keyboard.press('Control+1')
  await reader.highlightQuotation('not close the river', '1')
  await page.keyboard.press('Control+Enter')
  await reader.message.getByRole('button', { name: 'Show' }).click()
  await expect(brief.foot).toContainText('1 match')
  await brief.draft.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('F2')
  const dialog = new AlterDialog(page)
  await expect(dialog.words).toBeFocused()
  return { brief, dialog }
}

test('words are left out, put in brackets and marked by the keyboard, and undone as one step', async ({
  verbatim,
}) => {
  const { brief, dialog } = await altering(verbatim)
  const { page } = verbatim
  const whole = await dialog.words.inputValue()
  await page.keyboard.type('x')
  await expect(dialog.dialog.getByRole('textbox', { name: 'Insert' })).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(dialog.words).toHaveValue(whole)
  await dialog.select('the river')
  await page.keyboard.type('it')
  await page.keyboard.press('Enter')
  await expect(dialog.words).toHaveValue(/close \[it\]/)
  await expect(dialog.outcome).toContainText('Marked alteration')
  await expect(dialog.outcome).toContainText('the river')
  await dialog.words.press('Enter')
  await expect(dialog.dialog).toBeHidden()
  await expect(brief.quotes.first()).toContainText('We will not close [it]')
  await expect(brief.draft.getByRole('button', { name: 'Quotation 1: Marked alteration' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(brief.quotes.first()).toContainText('We will not close the river')
})

test('a negation that is left out is warned of before it is taken', async ({ verbatim }) => {
  const { dialog } = await altering(verbatim)
  await dialog.select('We will not')
  await dialog.words.press('Delete')
  await expect(dialog.words).toHaveValue(/^close the river/)
  await expect(dialog.outcome).toContainText('Negation')
  await dialog.words.press('Control+z')
  await expect(dialog.words).toHaveValue(/^We will not close/)
  await dialog.words.press('Escape')
  await expect(dialog.dialog).toBeHidden()
})

test('a quote is shortened and widened at its ends, past its highlight too', async ({ verbatim }) => {
  const { brief, dialog } = await altering(verbatim)
  const whole = await dialog.words.inputValue()
  await dialog.button('One word less at the start').click()
  await expect(dialog.words).toHaveValue(/^will not close/)
  await dialog.button('One word more at the start').click()
  await expect(dialog.words).toHaveValue(whole)
  await dialog.button('One word more at the end').click()
  await expect(dialog.words).toHaveValue(/open,”$/)
  await dialog.button('One word more at the end').click()
  await expect(dialog.outcome).toContainText('The highlight in')
  const wider = await dialog.words.inputValue()
  expect(wider.length).toBeGreaterThan(whole.length)
  await dialog.button('Take these words').click()
  await expect(brief.foot).toContainText('1 match')
  await expect(brief.draft.getByRole('button', { name: /Quotation 1: Verbatim/ })).toBeVisible()
})

test('nothing serious is found in it by axe', async ({ verbatim }) => {
  await altering(verbatim)
  const { violations } = await new AxeBuilder({ page: verbatim.page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})
