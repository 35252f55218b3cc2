import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'

/** The agency’s report as another paper has it: another headline, a changed word, the last paragraph cut. */
function copyOf(wire: string): string {
  const [, byline = '', ...paragraphs] = readFileSync(wire, 'utf8').trim().split('\n\n')
  const body = paragraphs.slice(0, -1).join('\n\n').replace('lowest level', 'worst level')
  return `Lake Arren vote angers neighbours\n\n${byline.replace('Meridian Press', 'Valley Herald')}\n\n${body}\n`
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('a source names the copies of its report, and what differs', async ({ verbatim, folder }) => {
      const { page } = verbatim
      const copy = join(folder, 'valley-herald.txt')
      writeFileSync(copy, copyOf(SAMPLE.wire))
      await verbatim.imports.choose(SAMPLE.wire, copy, SAMPLE.courier)
      await expect(verbatim.imports.row('calder-courier.html')).toContainText('Imported')
      await verbatim.imports.close()
      await expect(page.getByRole('img', { name: 'Same story as another source' })).toHaveCount(2)

      await verbatim.sources.open('Velmora votes')
      await page.getByRole('tab', { name: 'Details' }).click()
      const story = page.getByRole('region', { name: 'Same story in' })
      await expect(story.getByRole('listitem')).toHaveCount(1)
      await expect(story).toContainText('% alike')
      await story.getByRole('button', { name: 'What differs' }).press('Enter')
      const differences = story.getByRole('group', { name: /^What differs in/ })
      await expect(differences.locator('ins').filter({ hasText: 'worst' })).toBeVisible()
      await expect(differences.locator('del').filter({ hasText: 'Farmers’ groups' })).toBeVisible()
      await differences.focus()
      expect(await axeFaults(page)).toEqual([])

      await story.getByRole('button', { name: /Lake Arren vote angers/ }).press('Enter')
      await expect(verbatim.reader.title).toHaveText('Lake Arren vote angers neighbours')
    })
  })
}

test('what a person says of two sources stays, and can be undone', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const copy = join(folder, 'valley-herald.txt')
  writeFileSync(copy, copyOf(SAMPLE.wire))
  await verbatim.imports.choose(SAMPLE.wire, copy)
  await expect(verbatim.imports.row('valley-herald.txt')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.sources.open('Velmora votes')
  await page.getByRole('tab', { name: 'Details' }).click()
  const story = page.getByRole('region', { name: 'Same story in' })
  const marks = page.getByRole('img', { name: 'Same story as another source' })
  await story.getByRole('button', { name: 'Not the same story' }).click()
  await expect(story).toContainText('Not the same story, you said')
  await expect(marks).toHaveCount(0)
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(story.getByRole('listitem')).toHaveCount(1)
  await story.getByRole('button', { name: 'Not the same story' }).click()
  await story.getByRole('button', { name: 'Same story after all' }).click()
  await expect(story.getByRole('listitem')).toContainText('joined by hand')
  await expect(marks).toHaveCount(2)
})

test('a source is joined to a story by its citekey', async ({ verbatim }) => {
  const { page } = verbatim
  await verbatim.imports.choose(SAMPLE.wire, SAMPLE.observer)
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.sources.open('Velmora votes')
  await page.getByRole('tab', { name: 'Details' }).click()
  const story = page.getByRole('region', { name: 'Same story in' })
  await expect(story).toContainText('No other source')
  await story.getByRole('button', { name: 'Same story as another source…' }).press('Enter')
  await page.keyboard.type('nobody')
  await page.keyboard.press('Enter')
  await expect(verbatim.reader.message).toContainText('There is no source “nobody”')
  await story.getByLabel('Citekey of the other source').fill('solm2026read')
  await page.keyboard.press('Enter')
  await expect(story.getByRole('listitem')).toContainText('joined by hand')
})
