import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
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
  expect(await axeFaults(page)).toEqual([])
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

test('the trash is emptied once what goes is seen; what briefs use is named and spared', async ({
  verbatim,
  folder,
}) => {
  quoteIt(verbatim, folder)
  const { page, sources } = verbatim
  const trash = new TrashPage(page)
  await sources.open('Velmora limits')
  await sources.list.press('Delete')
  await trash.impact.getByRole('button', { name: 'Move to Trash anyway' }).click()
  await expect(sources.rows).toHaveCount(1)
  await sources.list.press('Delete')
  await expect(sources.rows).toHaveCount(0)
  await trash.entry.click()
  await expect(trash.rows).toHaveCount(2)
  await trash.empty.press('Enter')
  await expect(trash.emptying).toContainText('2 things are in Trash. Highlights that go with them: 1.')
  await expect(trash.emptying.getByRole('list')).toContainText('The lake')
  await expect(trash.emptying.locator('footer').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(trash.empty).toBeFocused()
  await expect(trash.rows).toHaveCount(2)

  await trash.empty.press('Enter')
  await trash.emptying.getByRole('button', { name: 'Empty the rest' }).press('Enter')
  await expect(verbatim.reader.message).toContainText('1 thing is gone for good.')
  await expect(trash.rows).toHaveCount(1)
  await trash.empty.press('Enter')
  await trash.emptying.getByRole('button', { name: 'Empty all of it anyway' }).press('Enter')
  await expect(page.getByText('The Trash is empty.')).toBeVisible()
  await expect(trash.empty).toBeFocused()
  const brief = new BriefPage(page)
  await brief.show()
  await expect(brief.draft).toContainText(WORDS)
  await expect(brief.card(1)).toContainText('Orphaned')
})

test('a brief that only cites a source is shown before it goes', async ({ verbatim, folder }) => {
  const draft = join(folder, 'citing.md')
  writeFileSync(draft, '---\ntitle: In passing\n---\n\nAs was reported [@ferrow2026velmora].\n')
  commandLine(verbatim.places.library, 'brief', 'import', draft)
  const { page, sources } = verbatim
  const trash = new TrashPage(page)
  await sources.open('Velmora limits')
  await page.getByRole('tab', { name: 'Used in' }).click()
  await expect(page.getByRole('list', { name: 'Briefs that cite it without a quote' })).toContainText(
    'In passing',
  )
  await sources.list.press('Delete')
  await expect(trash.impact).toContainText('1 brief cites this source')
  await expect(trash.impact).toContainText('1 citation')
  await page.keyboard.press('Escape')
  await expect(sources.rows).toHaveCount(2)
})
