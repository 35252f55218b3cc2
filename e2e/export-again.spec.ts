import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { expect, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { ExportDialog } from './pages/export-dialog.ts'

const AGAIN = 'Control+Alt+Shift+E'

test('an export is repeated at its place, over nothing but its own file', async ({ verbatim, folder }) => {
  const { page, app, reader } = verbatim
  const brief = new BriefPage(page)
  const dialog = new ExportDialog(page)
  await brief.show()
  await app.chooseInMenu('Export again')
  await expect(reader.message).toContainText('No brief is open.')
  await brief.start('Lake')
  await brief.write('First words.')
  await page.keyboard.press(AGAIN)
  await expect(dialog.root.getByRole('alert')).toContainText('was not exported since Verbatim was started')
  expect(await axeFaults(page)).toEqual([])
  const out = join(folder, 'out')
  mkdirSync(out)
  const file = join(out, 'Lake.md')
  await app.willSave(file)
  await dialog.only('Markdown')
  await dialog.export.press('Enter')
  await expect(reader.message).toContainText('Exported Lake.md.')
  await brief.write(' Second words.')
  await page.keyboard.press(AGAIN)
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Second words.')
  await expect(dialog.root).toHaveCount(0)
  // Repeating replaces what the last one wrote, and not what somebody wrote in it since.
  await brief.write(' Third words.')
  await app.chooseInMenu('Export again')
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Third words.')
  appendFileSync(file, 'A note of mine.')
  await page.getByRole('button', { name: 'More about this brief' }).click()
  await page.getByRole('menuitem', { name: 'Export again' }).click()
  await expect(dialog.root.getByRole('alert')).toContainText('was changed after it was exported. It was kept')
  expect(readFileSync(file, 'utf8')).toContain('A note of mine.')
  await page.keyboard.press('Escape')
  // The folder is gone: nothing is made in its place.
  renameSync(out, join(folder, 'elsewhere'))
  await page.keyboard.press(AGAIN)
  await expect(dialog.root.getByRole('alert')).toContainText('There is no folder')
  expect(existsSync(out)).toBe(false)
  writeFileSync(join(folder, 'here.md'), 'older')
  await app.willSave(join(folder, 'here.md'))
  await dialog.export.press('Enter')
  await expect(reader.message).toContainText('Exported here.md.')
})
