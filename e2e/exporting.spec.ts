import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { ExportDialog } from './pages/export-dialog.ts'

test.use({ imported: [SAMPLE.wire] })

test('a brief goes out in several formats at once, with the look that was chosen, which is remembered', async ({
  verbatim,
  folder,
}) => {
  const { page, app } = verbatim
  const brief = new BriefPage(page)
  const dialog = new ExportDialog(page)
  await brief.start('Reactions / first')
  await brief.write('He said “We will not close the bridge, and we will not empty our own lake”.')
  await expect(brief.foot).toContainText('Saved')
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog.preview.getByRole('img', { name: 'Page 1' })).toBeVisible()
  await expect(dialog.preview).toContainText('Page 1 of 1')
  await expect(dialog.root).toContainText('needs a look')
  expect(await axeFaults(page)).toEqual([])
  await dialog.line('Markdown').check()
  await dialog.root.getByRole('radio', { name: 'Verbatim' }).click()
  await dialog.root.getByRole('radio', { name: 'Memo' }).click()
  await dialog.root.getByRole('radio', { name: 'Letter' }).click()
  const out = join(folder, 'out')
  mkdirSync(out)
  writeFileSync(join(out, 'Reactions first.md'), 'older')
  await app.willChoose(out)
  await app.willAnswer('Cancel')
  await dialog.export.click()
  await expect(dialog.export).toBeEnabled()
  expect(readFileSync(join(out, 'Reactions first.md'), 'utf8')).toBe('older')
  await app.willAnswer('Replace')
  await dialog.export.click()
  await expect(verbatim.reader.message).toContainText('Exported Reactions first.pdf and Reactions first.md.')
  expect(readdirSync(out).toSorted()).toEqual(['Reactions first.md', 'Reactions first.pdf'])
  expect(readFileSync(join(out, 'Reactions first.md'), 'utf8')).toContain('title: Reactions / first')
  await verbatim.restart()
  const again = new ExportDialog(verbatim.page)
  await expect(new BriefPage(verbatim.page).draft).toBeVisible()
  await verbatim.page.keyboard.press('Control+Shift+e')
  await expect(again.line('PDF')).toBeChecked()
  await expect(again.root.getByRole('radio', { name: 'Verbatim' })).toBeChecked()
  await expect(again.root.getByRole('radio', { name: 'Memo' })).toBeChecked()
})

test('the pages of a long brief are turned before it is written', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const dialog = new ExportDialog(page)
  await brief.start('Long')
  await brief.draft.click()
  const paragraph =
    'The harbour office stopped publishing its daily table of arrivals on the third day. '.repeat(9)
  await page.keyboard.insertText(Array.from({ length: 60 }, () => paragraph).join('\n\n'))
  await expect(brief.foot).toContainText('Saved')
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog.preview.getByRole('status')).toHaveText('Page 1')
  await page.setViewportSize({ width: 1024, height: 680 })
  // Seen whole, however low the window is.
  const sheet = dialog.preview.getByRole('img', { name: 'Page 1' })
  await expect(sheet).toBeInViewport({ ratio: 1 })
  const next = dialog.preview.getByRole('button', { name: 'Next page' })
  for (let number = 2; number <= 9; number += 1) {
    await next.click()
    await expect(dialog.preview.getByRole('img', { name: `Page ${String(number)}` })).toBeVisible()
  }
  const target = join(folder, 'long.pdf')
  await verbatim.app.willSave(target)
  await dialog.only('PDF')
  await dialog.export.press('Enter')
  await expect(verbatim.reader.message).toContainText(/Exported long.pdf, \d+ pages/)
  expect(existsSync(target)).toBe(true)
})

test('an evidence appendix is asked for, seen, written and remembered', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const dialog = new ExportDialog(page)
  await brief.start('Evidence')
  await brief.write('He said “We will not close the bridge, and we will not empty our own lake”.')
  await expect(brief.foot).toContainText('Saved')
  await page.keyboard.press('Control+Shift+e')
  const appendix = dialog.root.getByRole('checkbox', { name: /^Evidence appendix/ })
  const comments = dialog.root.getByRole('checkbox', { name: /^My comments and tags/ })
  await expect(appendix).not.toBeChecked()
  await expect(dialog.root).toContainText('it is written as it stands')
  await appendix.focus()
  await appendix.press('Space')
  await expect(dialog.root).toContainText('the appendix will list them with their verdicts')
  await expect(dialog.preview.getByRole('img', { name: 'Page 1' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  const target = join(folder, 'evidence.md')
  await verbatim.app.willSave(target)
  await dialog.only('Markdown')
  await dialog.export.press('Enter')
  await expect(verbatim.reader.message).toContainText('Exported evidence.md')
  expect(readFileSync(target, 'utf8')).toContain('## Evidence')
  await page.keyboard.press('Control+Shift+e')
  await expect(appendix).toBeChecked()
  await expect(comments).not.toBeChecked()
  await dialog.root.getByRole('radio', { name: 'Verbatim' }).click()
  await expect(appendix).toHaveCount(0)
})
