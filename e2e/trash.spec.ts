import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { TrashPage } from './pages/trash-page.ts'

const WORDS = 'We will not close the river, and we will not empty our own lake to keep it open'

/** A brief that quotes the Courier’s report. */
function quoteIt(verbatim: Verbatim, folder: string): void {
  const { library } = verbatim.places
  const run = (...words: readonly string[]) => commandLine(library, '--json', ...words)
  const { id } = JSON.parse(run('annotate', 'ferrow2026velmora', '--quote', WORDS)) as { id: string }
  const draft = join(folder, 'brief.md')
  writeFileSync(draft, `---\ntitle: The lake\n---\n\nTesk said: :quote[“${WORDS}”]{#${id}}.\n`)
  run('brief', 'import', draft)
}

test.use({ imported: [SAMPLE.wire, SAMPLE.courier] })

test('a source that nobody quotes goes by a key and comes back by undo or from the trash', async ({
  verbatim,
}) => {
  const { page, sources } = verbatim
  const trash = new TrashPage(page)
  await sources.open('Velmora votes')
  await expect(trash.entry).toHaveCount(0)
  await sources.list.press('Delete')
  await expect(verbatim.reader.message).toContainText('is in Trash.')
  await expect(sources.rows).toHaveCount(1)
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(sources.rows).toHaveCount(2)
  await expect(trash.entry).toHaveCount(0)

  await sources.open('Velmora votes')
  await page.getByRole('button', { name: /^Move “Velmora votes.+” to Trash$/ }).click()
  await trash.entry.click()
  await expect(trash.rows).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  await trash.putBack('Velmora votes')
  await expect(page.getByText('The Trash is empty.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(sources.rows).toHaveCount(2)
  await expect(trash.entry).toHaveCount(0)
})

test('a source that briefs quote is asked about first; its card puts it back', async ({
  verbatim,
  folder,
}) => {
  quoteIt(verbatim, folder)
  const { page, sources } = verbatim
  const trash = new TrashPage(page)
  await sources.open('Velmora limits')
  await sources.list.press('Delete')
  await expect(trash.impact).toContainText('1 brief quotes this source')
  await expect(trash.impact).toContainText('The lake')
  await expect(trash.impact).toContainText('We will not close the river')
  await expect(trash.impact.locator('footer').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(trash.impact).toBeHidden()
  await expect(sources.rows).toHaveCount(2)
  await sources.list.press('Delete')
  await trash.impact.getByRole('button', { name: 'Move to Trash anyway' }).click()
  await expect(sources.rows).toHaveCount(1)

  const brief = new BriefPage(page)
  await brief.show()
  await expect(brief.draft).toContainText(WORDS)
  await expect(brief.card(1)).toContainText('Verbatim')
  await expect(brief.card(1)).toContainText('The source is in Trash.')
  await brief.card(1).getByRole('button', { name: 'Put back' }).click()
  await expect(brief.card(1)).not.toContainText('The source is in Trash.')
  await expect(trash.entry).toHaveCount(0)
})

test('a brief goes to the trash with its last words, and another takes its place', async ({
  verbatim,
  folder,
}) => {
  quoteIt(verbatim, folder)
  const { page } = verbatim
  const trash = new TrashPage(page)
  const brief = new BriefPage(page)
  await brief.start('On the dam')
  await brief.write('These are my last words.')
  await page.getByRole('listbox').press('Delete')
  await expect(verbatim.reader.message).toContainText('“On the dam” is in Trash.')
  await expect(brief.title).toHaveValue('The lake')
  await trash.entry.click()
  await trash.putBack('On the dam')
  await brief.show()
  await brief.choose('On the dam')
  await expect(brief.draft).toContainText('These are my last words.')
})
