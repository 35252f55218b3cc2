import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { BibliographyPart } from './pages/bibliography.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('citations that are set as notes and the author’s own notes share one running number', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const notes = brief.draft.locator('.footnote-reference')
  const cites = brief.draft.getByRole('button', { name: /^Citation/ })
  const cite = async (words: string): Promise<void> => {
    await brief.draft.pressSequentially(words)
    await expect(page.getByRole('listbox', { name: 'Sources to cite' })).toBeVisible()
    await page.keyboard.press('Enter')
  }
  const note = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+Alt+f')
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Alt+f')
  }
  await brief.start('Reactions')
  await brief.draft.click()
  await cite('The vote was close [@vel')
  await note('First own note.')
  await cite(' and quick [@vel')
  await note('Second own note.')
  await expect(cites).toHaveText(['Citation 1', 'Citation 3'])
  await expect(notes.nth(0)).toHaveAttribute('data-number', '2')
  await expect(notes.nth(1)).toHaveAttribute('data-number', '4')

  // Inside such a note a citation is the words of that note, not its number again.
  await brief.draft.locator('.footnote').last().click()
  await page.keyboard.press('End')
  await cite(' So too [@vel')
  await expect(cites.last()).toContainText('Velmora')

  await expect(brief.foot).toContainText('Saved')
  const [stored] = JSON.parse(commandLine(verbatim.places.library, '--json', 'brief', 'list')) as {
    id: string
  }[]
  const out = join(folder, 'out.md')
  commandLine(verbatim.places.library, 'brief', 'export', stored?.id ?? '', '--to', 'md', '--out', out)
  expect(readFileSync(out, 'utf8')).toMatch(
    /^\[\^2\]: First own note\.$[^]*^\[\^4\]: Second own note\. So too .*Velmora/mu,
  )

  // In a style without notes the author's are the only ones.
  const bibliography = new BibliographyPart(page)
  await bibliography.style.selectOption('apa')
  await expect(notes.nth(0)).toHaveAttribute('data-number', '1')
  await expect(notes.nth(1)).toHaveAttribute('data-number', '2')
})
