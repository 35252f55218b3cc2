import { commandLine, expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.courier, SAMPLE.observer] })

test('details are corrected, and a wrong date is refused in one sentence', async ({ verbatim }) => {
  const { page } = verbatim
  await verbatim.sources.open('Read the treaty')
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByLabel('Published').fill('soon')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(page.getByRole('alert')).toContainText('“soon” is no date')
  await page.getByLabel('Published').fill('2026-03-16')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(verbatim.reader.message).toContainText('Details saved')
  expect(commandLine(verbatim.places.library, '--json', 'sources')).toContain('2026-03-16')
})

test('details that were typed are stored however the form is left', async ({ verbatim }) => {
  const { page } = verbatim
  const details = page.getByRole('tab', { name: 'Details' })
  await verbatim.sources.open('Read the treaty')
  await details.click()
  await page.getByLabel('Outlet').fill('The Upper Herald')
  await page.getByLabel('Citekey').focus()
  await expect(verbatim.reader.message).toHaveCount(0)
  await verbatim.reader.clickIn('one country can make')
  await expect(verbatim.reader.message).toContainText('Details saved')
  await details.click()
  await page.getByLabel('Outlet').fill('The Lower Herald')
  await page.getByRole('tab', { name: 'Annotations' }).click()
  await expect
    .poll(() => commandLine(verbatim.places.library, '--json', 'sources'))
    .toContain('The Lower Herald')
  await details.click()
  await page.getByLabel('Outlet').fill('The Last Herald')
  await verbatim.app.closeWindow()
  await verbatim.app.ended()
  expect(commandLine(verbatim.places.library, '--json', 'sources')).toContain('The Last Herald')
})

test('a comment that was typed is stored however its field is left, and not when it is cancelled', async ({
  verbatim,
}) => {
  const { page, reader } = verbatim
  const stored = (): string => commandLine(verbatim.places.library, '--json', 'annotations')
  await verbatim.sources.open('Read the treaty')
  await reader.highlightQuotation('one country can make', '1')
  await page.keyboard.press('c')
  await page.getByLabel('Comment', { exact: true }).fill('By a click elsewhere')
  await reader.clickIn('foreign minister')
  await expect.poll(stored).toContain('By a click elsewhere')
  await reader.clickIn('one country can make')
  await page.keyboard.press('c')
  await page.getByLabel('Comment', { exact: true }).fill('Not meant')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await page.getByLabel('Comment', { exact: true }).fill('As the window closes')
  await verbatim.app.closeWindow()
  await verbatim.app.ended()
  expect(stored()).toContain('As the window closes')
  expect(stored()).not.toContain('Not meant')
})
