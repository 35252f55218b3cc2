import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, test, type Verbatim } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { ReviewPage } from './pages/review-page.ts'

const STAYED = 'open to all who pay'
const MOVED = 'The board will meet in May to set the tariff for the ferry'
const LOST = 'Nobody answered her in the long hall'
const OLD = `The port of Lessing

Marrow said the port is ${STAYED}. ${LOST}, and the lamps were put out before the evening came.

${MOVED}, its chair said on Monday after the talks.
`
const NEW = OLD.replace(
  `${LOST}, and the lamps were put out before the evening came.`,
  'The rest is quite another story now.',
).replace('in May', 'in June')

/** The source in its older version with three highlights, and a brief that quotes them. Gives the file it came from. */
function quoted({ places: { library } }: Verbatim, folder: string): string {
  const run = (...words: readonly string[]): unknown =>
    JSON.parse(commandLine(library, '--json', ...words)) as unknown
  const file = join(folder, 'port.txt')
  writeFileSync(file, OLD)
  const { source } = run('import', file) as { source: { citekey: string } }
  const quotes = [STAYED, MOVED, LOST].map((words) => {
    const { id } = run('annotate', source.citekey, '--quote', words) as { id: string }
    return `Said: :quote[“${words}”]{#${id}}.`
  })
  const draft = join(folder, 'brief.md')
  writeFileSync(draft, `---\ntitle: Ferry\n---\n\n${quotes.join('\n\n')}\n`)
  run('brief', 'import', draft)
  writeFileSync(file, NEW)
  return file
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.beforeEach(({ verbatim }) => verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('a new version is reviewed: taken, chosen, undone', async ({ verbatim, folder }) => {
      const { page } = verbatim
      const review = new ReviewPage(page)
      await verbatim.imports.choose(quoted(verbatim, folder))
      await expect(verbatim.imports.row('port.txt')).toContainText(
        '1 of 3 highlights stayed, 1 moved, 1 lost its passage. Your briefs still show version 1.',
      )
      await verbatim.imports.act('port.txt', 'Review')
      await expect(review.cards).toHaveCount(2)
      await expect(review.card('Moved').locator('del')).toContainText('May')
      await expect(review.card('Moved').locator('ins')).toContainText('June')
      await expect(review.card('Moved')).toContainText('Ferry: 1 quote')
      await expect(review.changed).toHaveCount(2)
      await expect(review.changed.first()).toContainText('Your quotes here')
      expect(await axeFaults(page)).toEqual([])

      await review.main.getByRole('button', { name: 'Take the 1 that stayed' }).click()
      await expect(review.main.getByRole('button', { name: /that stayed$/ })).toHaveCount(0)
      await review.act('Moved', 'Take new place')
      await expect(review.card('Moved')).toContainText('You took the new place.')
      await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
      await expect(review.card('Moved').getByRole('button', { name: 'Take new place' })).toBeVisible()
      await review.act('Moved', 'Take new place')

      await review.act(LOST, 'Choose passage')
      const text = review.card(LOST).getByRole('textbox', { name: 'Or select the words in the new text' })
      await text.evaluate((field) => {
        if (!(field instanceof HTMLTextAreaElement)) throw new Error('There is no text to select in.')
        const start = field.value.indexOf('quite another story')
        field.focus()
        field.setSelectionRange(start, start + 'quite another stor'.length)
      })
      await text.press('Shift+ArrowRight')
      await review.card(LOST).getByRole('button', { name: 'Use selected words' }).click()
      await expect(review.card(LOST)).toContainText('You took the new place.')
      await expect(review.main).toContainText('Nothing is left to decide.')

      const brief = new BriefPage(page)
      await brief.show()
      await expect(brief.draft).toContainText('The board will meet in June')
      await expect(brief.draft).toContainText('quite another story')
      await expect(brief.foot).toContainText('3')
    })
  })
}

test('an older version is kept, and read as what it is', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const review = new ReviewPage(page)
  const brief = new BriefPage(page)
  await verbatim.imports.choose(quoted(verbatim, folder))
  await expect(verbatim.imports.row('port.txt')).toContainText('New version')
  await verbatim.imports.close()
  await expect(page.getByText(/Your briefs still show version 1\.$/)).toBeVisible()
  await brief.show()
  await expect(brief.card(2)).toContainText('version 1 of 2')
  await expect(brief.panel).toContainText('Orphaned')
  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: 'Review' }).click()
  await review.act('Moved', 'Keep version 1')
  await review.act(LOST, 'Keep version 1')
  await expect(review.card(LOST)).toContainText('You kept version 1.')
  await brief.show()
  await expect(brief.draft).toContainText(LOST)
  await expect(brief.panel).not.toContainText('Orphaned')
  await expect(brief.card(2)).toContainText('version 1 of 2')

  await page.keyboard.press('Control+1')
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Read version 1' }).click()
  await expect(page.getByText('You are reading version 1 of 2, not the newest one.')).toBeVisible()
  await expect(page.getByRole('article', { name: 'Text of version 1' })).toContainText(LOST)
  await page.getByRole('button', { name: 'Read the newest version' }).click()
  await expect(verbatim.reader.text).not.toContainText(LOST)
})

test('a lost highlight is let go only after its briefs were shown', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const review = new ReviewPage(page)
  await verbatim.imports.choose(quoted(verbatim, folder))
  await verbatim.imports.act('port.txt', 'Review')
  await review.act(LOST, 'Let go')
  const impact = page.getByRole('dialog', { name: '1 brief quotes this highlight' })
  await impact.getByRole('button', { name: 'Remove anyway' }).click()
  await expect(review.cards).toHaveCount(1)
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(review.cards).toHaveCount(2)
})

test('a quote takes the new version, or keeps the older one, on its own card', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await verbatim.imports.choose(quoted(verbatim, folder))
  await expect(verbatim.imports.row('port.txt')).toContainText('New version')
  await verbatim.imports.close()
  await brief.show()
  await brief
    .card(2)
    .getByRole('button', { name: /The board will meet in May/ })
    .click()
  await brief.card(2).getByRole('button', { name: 'Take version 2' }).click()
  await expect(brief.draft).toContainText('The board will meet in June')
  await expect(brief.card(2)).not.toContainText('version 1 of 2')
  await brief
    .card(3)
    .getByRole('button', { name: new RegExp(LOST) })
    .click()
  await brief.panel.getByRole('button', { name: 'Keep version 1' }).click()
  await expect(brief.panel).not.toContainText('Orphaned')
  await expect(brief.foot).toContainText('3 match')
})

test('undo of a decision shows the open brief as it was before', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const review = new ReviewPage(page)
  const file = quoted(verbatim, folder)
  await brief.show()
  await brief.write(' These words stay.')
  await verbatim.imports.choose(file)
  await verbatim.imports.act('port.txt', 'Review')
  await review.act('Moved', 'Take new place')
  await expect(review.card('Moved')).toContainText('You took the new place.')
  await brief.show()
  await expect(brief.draft).toContainText('The board will meet in June')
  await expect(brief.draft).toContainText('These words stay.')
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(brief.draft).toContainText('The board will meet in May')
  await expect(brief.draft).toContainText('These words stay.')
  await expect(brief.quotes).toHaveCount(3)
  await expect(brief.card(2)).toContainText('version 1 of 2')
  await brief.write(' So do these.')
  await expect(brief.foot).toContainText('Saved')
  expect(verbatim.storedBrief()).toContain('So do these.')
})
