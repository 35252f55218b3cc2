import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('a passage copied in the reader is a linked quote where it is pasted', async ({ verbatim }) => {
  const { page, reader } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('He said ')
  await page.keyboard.press('Control+1')
  await reader.highlightQuotation('not close the river', '1')
  await expect(reader.message).toContainText('Highlighted')
  await page.keyboard.press('Control+Shift+c')
  await expect(reader.message).toContainText('Copied')
  await brief.show()
  await brief.draft.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+v')
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.foot).toContainText('1 match')
})

test('a quote goes with its paragraph into another brief, linked, and back by undo', async ({ verbatim }) => {
  const { page, reader } = verbatim
  const brief = new BriefPage(page)
  await brief.start('First')
  await brief.write('He said ')
  await page.keyboard.press('Control+1')
  await reader.highlightQuotation('not close the river', '1')
  await page.keyboard.press('Control+Enter')
  await brief.show()
  await expect(brief.foot).toContainText('1 match')
  await brief.draft.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await expect(brief.quotes).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(brief.quotes).toHaveCount(1)
  await brief.draft.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await brief.start('Second')
  await brief.draft.click()
  await page.keyboard.press('Control+v')
  await expect(brief.draft).toContainText('He said')
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.foot).toContainText('1 match')
})
