import { expect, SAMPLE, test } from './fixtures.ts'
import { TrashPage } from './pages/trash-page.ts'

test.use({ imported: [SAMPLE.courier, SAMPLE.observer] })

test('what the reader opens gives the focus back when it closes', async ({ verbatim }) => {
  const { page, reader, sources } = verbatim
  await sources.open('Velmora limits')
  await reader.clickIn('Velmora will let less')
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(reader.find.field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('F9')
  await expect(reader.outline).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(reader.text).toBeFocused()
  for (const name of ['Text size, width and colours', 'Outline']) {
    const button = page.getByRole('main').getByRole('button', { name })
    await button.press('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  }
})

test('a row that leaves the trash gives its focus to the next one', async ({ verbatim }) => {
  const { page, sources } = verbatim
  const trash = new TrashPage(page)
  await sources.open('Velmora limits')
  await sources.list.press('Delete')
  await expect(sources.rows).toHaveCount(1)
  await sources.list.press('Delete')
  await trash.entry.press('Enter')
  await expect(trash.rows).toHaveCount(2)
  await trash.rows.first().getByRole('button').press('Enter')
  await expect(trash.rows).toHaveCount(1)
  await expect(trash.rows.first().getByRole('button')).toBeFocused()
})
