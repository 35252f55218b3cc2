import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, SAMPLE, test } from './fixtures.ts'

async function faults(page: Page): Promise<readonly string[]> {
  // Its other mode opens a page of its own, which this app denies.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('the empty library and the import dialog are without fault', async ({ verbatim, folder }) => {
      await expect(verbatim.sources.start).toBeVisible()
      expect(await faults(verbatim.page)).toEqual([])
      await verbatim.imports.choose(SAMPLE.wire, `${folder}/absent.txt`)
      await expect(verbatim.imports.row('absent.txt')).toContainText('Failed')
      await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
      expect(await faults(verbatim.page)).toEqual([])
    })

    test.describe('with sources', () => {
      test.use({ imported: [SAMPLE.courier, SAMPLE.observer] })

      test('reader, popover, details and search are without fault', async ({ verbatim }) => {
        const { page, reader } = verbatim
        await verbatim.sources.open('Read the treaty')
        await reader.highlightQuotation('not a decision', '2')
        await expect(reader.cards).toHaveCount(1)
        expect(await faults(page)).toEqual([])
        await page.keyboard.press('s')
        await expect(reader.popover.getByLabel('Speaker')).toBeVisible()
        expect(await faults(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('tab', { name: 'Details' }).click()
        expect(await faults(page)).toEqual([])
        await verbatim.search.open()
        expect(await faults(page)).toEqual([])
        await verbatim.search.field.fill('lake')
        await expect(verbatim.search.results.first()).toBeVisible()
        expect(await faults(page)).toEqual([])
      })
    })

    test.describe('a library that cannot be opened', () => {
      test.use({ fault: 'damaged-library' })

      test('is without fault', async ({ verbatim }) => {
        await expect(verbatim.page.getByRole('alert')).toBeVisible()
        expect(await faults(verbatim.page)).toEqual([])
      })
    })
  })
}
