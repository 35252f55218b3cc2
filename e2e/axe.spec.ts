import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlePage, response } from '../src/core/import/importers/fixtures/warc.ts'
import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('the empty library and the import dialog are without fault', async ({ verbatim, folder }) => {
      await expect(verbatim.sources.start).toBeVisible()
      expect(await axeFaults(verbatim.page)).toEqual([])
      await verbatim.imports.choose(SAMPLE.wire, `${folder}/absent.txt`)
      await expect(verbatim.imports.row('absent.txt')).toContainText('Failed')
      await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
      expect(await axeFaults(verbatim.page)).toEqual([])
    })

    test.describe('with sources', () => {
      test.use({ imported: [SAMPLE.courier, SAMPLE.observer] })

      test('reader, popover, details and search are without fault', async ({ verbatim }) => {
        const { page, reader } = verbatim
        await verbatim.sources.open('Read the treaty')
        await reader.highlightQuotation('not a decision', '2')
        await expect(reader.cards).toHaveCount(1)
        expect(await axeFaults(page)).toEqual([])
        await page.keyboard.press('s')
        await expect(reader.popover.getByLabel('Speaker')).toBeVisible()
        expect(await axeFaults(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('tab', { name: 'Details' }).click()
        expect(await axeFaults(page)).toEqual([])
        await verbatim.search.open()
        expect(await axeFaults(page)).toEqual([])
        await verbatim.search.field.fill('lake')
        await expect(verbatim.search.results.first()).toBeVisible()
        expect(await axeFaults(page)).toEqual([])
      })
    })

    test.describe('a library that cannot be opened', () => {
      test.use({ fault: 'damaged-library' })

      test('is without fault', async ({ verbatim }) => {
        await expect(verbatim.page.getByRole('alert')).toBeVisible()
        expect(await axeFaults(verbatim.page)).toEqual([])
      })
    })
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`an import in ${colorScheme} colours`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('its states and the list of an archive’s pages are without fault', async ({ verbatim, folder }) => {
      const { imports, page, archive } = verbatim
      const broken = join(folder, 'broken.txt')
      writeFileSync(broken, Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]))
      await imports.choose(SAMPLE.wire, broken, SAMPLE.wire)
      await expect(imports.head).toContainText('Imported 1 of 3.')
      await imports.act('broken.txt', 'Try as…')
      await expect(page.getByRole('menuitem', { name: 'As plain text' })).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await imports.undo.click()
      await expect(imports.head).toContainText('was taken back')
      expect(await axeFaults(page)).toEqual([])
      const saved = join(folder, 'pages.warc')
      const stories = ['a', 'b'].map((name) =>
        response(`https://example.org/${name}`, articlePage(name, `The story of ${name}, told at length.`)),
      )
      writeFileSync(saved, Buffer.concat(stories))
      await imports.choose(saved)
      await expect(archive.pages).toHaveCount(2)
      expect(await axeFaults(page)).toEqual([])
    })
  })
}
