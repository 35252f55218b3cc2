import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BriefPage } from './pages/brief-page.ts'
import { expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.observer] })

test('the bibliography and the whole library go to files', async ({ verbatim, folder }) => {
  const { app, page, reader } = verbatim
  const menu = page.getByRole('button', { name: 'Export from the library' })
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
  await expect(page.getByRole('alert')).toContainText('Name a new one.')
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
