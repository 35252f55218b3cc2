import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, test } from './fixtures.ts'
import { report } from './reports.ts'

const SCANNED = new URL('../src/core/import/importers/pdf/fixtures/scanned.pdf', import.meta.url).pathname

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours, by keyboard`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('a PDF’s pages, their outline, find bar, notes and popover are without fault', async ({
      verbatim,
      folder,
    }) => {
      const { page, reader } = verbatim
      const { library } = verbatim.places
      const outline = [1, 2].map((number) => ({ title: `Sheets from ${String(number)}`, page: number }))
      writeFileSync(join(folder, 'report.pdf'), report(6, { outline }))
      commandLine(library, 'import', join(folder, 'report.pdf'))
      const [source] = JSON.parse(commandLine(library, '--json', 'sources')) as { citekey: string }[]
      const quote = ['--quote', 'not empty our own lake', '--speaker', 'Mara Tesk']
      commandLine(library, 'annotate', source?.citekey ?? '', ...quote)
      await verbatim.sources.open('Report of the commission')
      await page.keyboard.press('F4')
      await expect(reader.notes).toHaveCount(1)
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('F9')
      await expect(reader.outline.getByRole('button')).toHaveCount(2)
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(reader.pages).toBeFocused()
      await reader.find.open('sheet number')
      await expect(reader.find.count).toContainText('of 6')
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
      await expect(reader.popover).toContainText('Mara Tesk')
      expect(await axeFaults(page)).toEqual([])
    })

    test('the password form of a locked PDF is without fault', async ({ verbatim, folder }) => {
      const { page, reader } = verbatim
      writeFileSync(join(folder, 'locked.pdf'), report(2, { password: 'sluice' }))
      commandLine(verbatim.places.library, 'import', join(folder, 'locked.pdf'), '--password', 'sluice')
      await verbatim.sources.open(/./)
      await page.keyboard.press('F4')
      await expect(reader.password).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      await reader.unlock('weir')
      await expect(page.getByRole('alert')).toContainText('not the password')
      expect(await axeFaults(page)).toEqual([])
    })

    test('the note over scanned pages is without fault', async ({ verbatim }) => {
      const { page } = verbatim
      commandLine(verbatim.places.library, 'import', SCANNED)
      await verbatim.sources.open(/./)
      await page.keyboard.press('F4')
      await expect(page.getByRole('button', { name: 'Show text' })).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
    })
  })
}
