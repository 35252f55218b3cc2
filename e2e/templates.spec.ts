import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('a brief begins from a template, and becomes one', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.show()
  const dialog = page.getByRole('dialog', { name: 'New brief from a template' })
  const choose = page.getByRole('button', { name: 'New brief from a template' })
  await choose.click()
  await expect(dialog.getByRole('button', { name: /^Brief/ })).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Fact-check/ }).click()
  await expect(brief.draft).toContainText('Answer of the speaker')
  await brief.title.fill('Our check')
  await brief.write('Signed by the desk.')
  await page.getByRole('button', { name: 'More about this brief' }).click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  await expect(verbatim.reader.message).toContainText('“Our check” is a template now.')
  await choose.click()
  await dialog.getByRole('button', { name: 'Our check' }).click()
  await expect(brief.title).toHaveValue('')
  await expect(brief.draft).toContainText('Signed by the desk.')
})
