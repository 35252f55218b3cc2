import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

/** A brief with a quote of either kind, a typed one that is altered, one that is nowhere, and one set aside. */
function importBrief(library: string, folder: string): void {
  const annotate = (quote: string, speaker: string): string => {
    const made = commandLine(
      library,
      '--json',
      'annotate',
      'velmorandvotes',
      '--quote',
      quote,
      '--speaker',
      speaker,
    )
    return (JSON.parse(made) as { id: string }).id
  }
  const river = annotate('We will not close the river', 'Aurel Tesk')
  const doubts = annotate(
    'Halmar has serious doubts about the figures on which this law rests',
    'Government of Halmar',
  )
  const draft = `---
title: Reactions to the vote on Lake Arren
lang: en
---

## The vote

The prime minister told deputies: :quote[We will not close the river]{#${river}}. Okvey wrote “We are asking Velmora to reread the treaty it signed”, and others called it “a vote without any legal effect”.

:::quote{#${doubts}}
Halmar has serious doubts about the figures on which this law rests
:::

What they call :set-aside[“a fair release”] is open [@velmorandvotes].
`
  const file = join(folder, 'brief.md')
  writeFileSync(file, draft)
  commandLine(library, 'brief', 'import', file)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a brief, its panel and its export are without fault in ${colorScheme} colours`, async ({
    verbatim,
    folder,
  }) => {
    const { page, places } = verbatim
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    importBrief(places.library, folder)
    const brief = new BriefPage(page)
    await brief.show()
    await expect(brief.foot).toContainText('5 quotations')
    await expect(brief.foot).toContainText('2 match')
    await expect(brief.foot).toContainText('2 need a look')
    await brief.draft.getByRole('button', { name: 'Quotation 1: Verbatim' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('F8')
    await expect(brief.card(2)).toContainText('unmarked difference')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Shift+e')
    await expect(page.getByRole('dialog')).toContainText('2 of 5 quotations need a look.')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('checkbox', { name: /^Word document/ }).check()
    await expect(page.getByRole('checkbox', { name: 'Notes at the end of a Word document' })).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sources' }).click()
    await verbatim.reader.cards.first().getByRole('button', { name: 'In 1 brief' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('tab', { name: 'Used in' }).click()
    await expect(page.getByRole('list', { name: 'Briefs that quote it' }).getByRole('listitem')).toHaveCount(
      2,
    )
    expect(await axeFaults(page)).toEqual([])
  })
}
