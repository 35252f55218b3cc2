import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('a passage is quoted from the reader, shown with its verdict, and opened again', async ({
  verbatim,
}) => {
  const { page, reader } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('Velmora’s leader said ')
  await page.keyboard.press('Control+1')
  await reader.highlightQuotation('not close the river', '1')
  await page.keyboard.press('Control+Enter')
  await expect(reader.message).toContainText('Quoted in Reactions')
  await reader.message.getByRole('button', { name: 'Show' }).click()
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.quotes.first()).toContainText('We will not close the river')
  await expect(brief.foot).toContainText('1 quotation')
  await expect(brief.foot).toContainText('1 match')
  await brief.draft.getByRole('button', { name: 'Quotation 1: Verbatim' }).click()
  await expect(brief.card(1)).toContainText('The same, mark for mark.')
  await brief.card(1).getByRole('button', { name: 'Open the passage in its source' }).click()
  await expect(reader.text.getByText('We will not close the river')).toBeInViewport()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(brief.title).toHaveValue('Reactions')
})

test('typed words that differ are caught, shown word by word, mended, and taken back', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('Okvey said “We are asking Velmora to reread the treaty it signed.”')
  await expect(brief.foot).toContainText('1 needs a look')
  await page.keyboard.press('F8')
  const card = brief.card(1)
  await expect(card).toContainText('1 unmarked difference')
  await expect(card.locator('del')).toContainText('reread')
  await expect(card.locator('ins')).toContainText('read')
  await card.getByRole('button', { name: /Restore source wording/ }).click()
  await expect(brief.draft).toContainText('Velmora to read the treaty')
  await expect(brief.foot).toContainText('1 match')
  await brief.draft.click()
  await page.keyboard.press('Control+z')
  await expect(brief.draft).toContainText('reread')
})

test('a typed quotation is linked to its passage, and one is set aside', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('She said “We are asking Velmora to reread the treaty it signed” of it.')
  await expect(brief.foot).toContainText('1 needs a look')
  await page.keyboard.press('F8')
  await brief
    .card(1)
    .getByRole('button', { name: /Link to passage/ })
    .click()
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.quotes).toContainText('“We are asking Velmora to reread the treaty it signed”')
  await expect(brief.draft.getByRole('button', { name: 'Quotation 1: Altered' })).toBeVisible()
  await page.keyboard.press('F8')
  await brief
    .card(1)
    .getByRole('button', { name: /Restore source wording/ })
    .click()
  await expect(brief.foot).toContainText('1 match')
  await brief.write(' So much for “a perfectly fair and open vote”.')
  await expect(brief.foot).toContainText('1 needs a look')
  await page.keyboard.press('F8')
  await page.keyboard.press('F6')
  await brief
    .card(2)
    .getByRole('button', { name: /Not a quotation/ })
    .click()
  await expect(brief.foot).not.toContainText('need')
})

test('what was written is there after a restart, and is exported', async ({ verbatim, folder }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await brief.write('It is written.')
  await expect(brief.foot).toContainText('Saved')
  await brief.write(' At the last moment.')
  await verbatim.restart()
  const again = new BriefPage(verbatim.page)
  await again.show()
  await expect(again.draft).toContainText('It is written. At the last moment.')
  const target = join(folder, 'out.md')
  await verbatim.app.willSave(target)
  await verbatim.page.getByRole('main').getByRole('button', { name: 'Export' }).click()
  const dialog = new ExportDialog(verbatim.page)
  await dialog.only('Markdown')
  await dialog.export.click()
  await expect(verbatim.reader.message).toContainText('Exported out.md')
  expect(readFileSync(target, 'utf8')).toContain('It is written.')
  const word = join(folder, 'out.docx')
  await verbatim.app.willSave(word)
  await verbatim.page.getByRole('main').getByRole('button', { name: 'Export' }).click()
  await dialog.only('Word document')
  await dialog.root.getByRole('checkbox', { name: 'Notes at the end of a Word document' }).check()
  await dialog.export.click()
  await expect(verbatim.reader.message).toContainText('Exported out.docx')
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK')
  expect(commandLine(verbatim.places.library, '--json', 'brief', 'list')).toContain('Reactions')
})
