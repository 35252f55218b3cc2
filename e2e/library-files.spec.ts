import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BriefPage } from './pages/brief-page.ts'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.observer] })

test('the bibliography and the whole library go to files', async ({ verbatim, folder }) => {
  const { app, page, reader } = verbatim
  const menu = page.getByRole('button', { name: 'Export or restore a library' })
  await app.willSave(join(folder, 'out.bib'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'BibLaTeX…' }).click()
  await expect(reader.message).toContainText('Exported out.bib, 1 work.')
  expect(readFileSync(join(folder, 'out.bib'), 'utf8')).toContain('title = {{')
  await app.willSave(join(folder, 'out'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'A folder of plain files…' }).click()
  await expect(reader.message).toContainText('Exported the library to out,')
  expect(readdirSync(join(folder, 'out'))).toContain('README.md')
  await menu.click()
  await page.getByRole('menuitem', { name: 'A folder of plain files…' }).click()
  await expect(page.getByRole('alert')).toContainText('Name a new folder.')
})

test('an exported folder becomes a library again, beside what is there, and is opened', async ({
  verbatim,
  folder,
}) => {
  const { app, page, reader, places } = verbatim
  const exported = join(folder, 'Test export')
  commandLine(places.library, 'export', 'library', '--out', exported)
  const brief = new BriefPage(page)
  await brief.start('Only in the first')
  await brief.write('Typed just now.')
  const restore = async (from: string, to: string): Promise<void> => {
    await app.willChoose(from)
    await app.willSave(to)
    await page.getByRole('button', { name: 'Export or restore a library' }).click()
    await page.getByRole('menuitem', { name: 'A library from an exported folder…' }).press('Enter')
  }
  await restore(exported, places.library)
  await expect(page.getByRole('alert')).toContainText('It was kept, and nothing was written.')
  await restore(folder, join(folder, 'Second.verbatim'))
  await expect(page.getByRole('alert')).toContainText('is no folder that')
  expect(existsSync(join(folder, 'Second.verbatim'))).toBe(false)
  await restore(exported, join(folder, 'Second.verbatim'))
  await expect(reader.message).toContainText('Made the library Second: 1 source, 0 briefs.')
  await page.getByRole('button', { name: 'Open it' }).press('Enter')
  await expect(page.getByRole('navigation').getByText('Second', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(verbatim.sources.rows).toHaveCount(1)
  // What was typed in the library before is stored in that one.
  const briefs = JSON.parse(commandLine(places.library, '--json', 'brief', 'list')) as object[]
  expect(briefs).toMatchObject([{ title: 'Only in the first' }])
  expect(verbatim.storedBrief()).toContain('Typed just now.')
  expect(JSON.parse(commandLine(join(folder, 'Second.verbatim'), '--json', 'brief', 'list'))).toEqual([])
})

test('a brief goes out for Pandoc and for Obsidian', async ({ verbatim, folder }) => {
  const brief = new BriefPage(verbatim.page)
  await brief.start('Reactions')
  await brief.write('It is #written.')
  await expect(brief.foot).toContainText('Saved')
  for (const [format, words] of [
    ['Pandoc', 'It is #written.'],
    ['Obsidian', 'It is \\#written.'],
  ] as const) {
    const target = join(folder, `${format}.md`)
    await verbatim.app.willSave(target)
    await verbatim.page.getByRole('main').getByRole('button', { name: 'Export' }).click()
    const dialog = verbatim.page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /^PDF/u }).uncheck()
    await dialog.getByRole('checkbox', { name: /^Markdown/u }).check()
    await dialog.getByRole('radio', { name: format }).check()
    await dialog.getByRole('button', { name: 'Export…' }).click()
    await expect(verbatim.reader.message).toContainText(`Exported ${format}.md`)
    expect(existsSync(target)).toBe(true)
    expect(readFileSync(target, 'utf8')).toContain(words)
  }
})
