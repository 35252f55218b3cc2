import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BibliographyPart } from './pages/bibliography.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

const STYLE =
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">' +
  '<info><id>http://example.org/house</id><title>House style</title></info>' +
  '<citation><layout prefix="HOUSE "><text variable="title"/></layout></citation></style>'

test('a style of one’s own is added from its file, used, taken back and removed', async ({
  verbatim,
  folder,
}) => {
  const { page, app } = verbatim
  const brief = new BriefPage(page)
  const bibliography = new BibliographyPart(page)
  await brief.start('Reactions')
  await brief.write('The vote was close [@vel')
  await expect(page.getByRole('listbox', { name: 'Sources to cite' })).toBeVisible()
  await page.keyboard.press('Enter')
  const cite = brief.draft.getByRole('button', { name: /^Citation/ })
  await expect(cite).toBeVisible()
  await expect(bibliography.entries).toHaveCount(1)
  const usual = await bibliography.chosen.innerText()
  const messages = page.getByRole('region', { name: 'Messages' })

  const no = join(folder, 'page.csl')
  writeFileSync(no, '<html><body>No style</body></html>')
  await app.willChoose(no)
  await bibliography.act('Add a style file…')
  await expect(messages.getByRole('alert')).toContainText('page.csl is no citation style that can be used')
  await expect(bibliography.chosen).toHaveText(usual)

  const file = join(folder, 'house.csl')
  writeFileSync(file, STYLE)
  await app.willChoose(file)
  await bibliography.act('Add a style file…')
  await expect(bibliography.chosen).toHaveText('House style')
  await expect(cite).toContainText('HOUSE')
  await expect(bibliography.part).toContainText('No sources are listed')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  // A brief that names it is set in the usual style while it is away, and in it again when it is back.
  await bibliography.act('Remove “House style”')
  await expect(bibliography.part).toContainText('The brief names the style “house”, which is not there.')
  await expect(bibliography.chosen).toHaveText(usual)
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(bibliography.chosen).toHaveText('House style')
  await expect(cite).toContainText('HOUSE')
})

test('taking the adding of a style back gives the brief its style back', async ({ verbatim, folder }) => {
  const { page, app } = verbatim
  const brief = new BriefPage(page)
  const bibliography = new BibliographyPart(page)
  await brief.start('Reactions')
  await brief.write('The vote was close [@vel')
  await expect(page.getByRole('listbox', { name: 'Sources to cite' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(bibliography.entries).toHaveCount(1)
  const usual = await bibliography.chosen.innerText()
  const file = join(folder, 'house.csl')
  writeFileSync(file, STYLE)
  await app.willChoose(file)
  await bibliography.act('Add a style file…')
  await expect(bibliography.chosen).toHaveText('House style')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(bibliography.chosen).toHaveText(usual)
  await expect(bibliography.part).not.toContainText('which is not there')
  await expect(bibliography.style.locator('option', { hasText: 'House style' })).toHaveCount(0)
})
