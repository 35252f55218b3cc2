import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('straight marks become those of the language, and undo gives the straight one back', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write(`He said "no", don't`)
  await expect(brief.draft).toHaveText('He said “no”, don’t')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"')
  await expect(brief.draft).toContainText('don’t“')
  await page.keyboard.press('Control+z')
  await expect(brief.draft).toContainText('don’t"')
  await page.getByRole('button', { name: 'More about this brief' }).click()
  await page.getByRole('menuitem', { name: 'Language and spelling…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Language and spelling' })
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Language of this brief').selectOption('German')
  await page.keyboard.press('Escape')
  await brief.write(' sagte "nein"')
  await expect(brief.draft).toContainText('sagte „nein“')
  await page.getByRole('button', { name: 'More about this brief' }).click()
  await page.getByRole('menuitem', { name: 'Language and spelling…' }).click()
  await dialog.getByLabel(/^Typographic quotation marks/).uncheck()
  await page.keyboard.press('Escape')
  await brief.write(' "so"')
  await expect(brief.draft).toContainText('"so"')
  await expect(brief.foot).toContainText('Saved')
  await verbatim.restart()
  const again = new BriefPage(verbatim.page)
  await again.show()
  await verbatim.page.getByRole('button', { name: 'More about this brief' }).click()
  await verbatim.page.getByRole('menuitem', { name: 'Language and spelling…' }).click()
  await expect(verbatim.page.getByLabel('Language of this brief')).toHaveValue('de')
})
