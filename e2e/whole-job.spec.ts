import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readPdf } from '../src/core/export/fixtures/read-pdf.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { BriefPage } from './pages/brief-page.ts'

/** A passage to quote: words inside it, all of it as the source has it, and who says it. */
interface Said {
  readonly inside: string
  readonly words: string
  readonly speaker: string
}

interface Article {
  readonly file: string
  readonly said: readonly Said[]
  /** A quotation as someone mistypes it, the word that is wrong, and the right one. */
  readonly mistyped: string
  readonly wrong: string
  readonly right: string
}

const KARABAKH: Article = {
  file: new URL('../../shared/sample/karabakh.txt', import.meta.url).pathname,
  said: [
    {
      inside: 'legally and morally',
      words:
        'attempt to conduct so-called elections by the illegally installed regime is legally and morally reprehensible',
      speaker: 'Mumtaz Zahra Baloch',
    },
    {
      inside: 'extremely provocative',
      words: 'yet another extremely provocative step',
      speaker: 'Foreign Ministry of Azerbaijan',
    },
    {
      inside: 'clear violation',
      words: 'a clear violation of Azerbaijan´s sovereignty and territorial integrity',
      speaker: 'Foreign Ministry of Azerbaijan',
    },
    {
      inside: 'unconditional and complete',
      words:
        'the only way to achieve peace and stability in the region is the unconditional and complete withdrawal of the Armenian armed forces',
      speaker: 'Foreign Ministry of Azerbaijan',
    },
    {
      inside: 'not recognise the constitutional',
      words: 'does not recognise the constitutional and legal framework',
      speaker: 'European Union',
    },
    {
      inside: 'flagrant violation',
      words:
        'This step is a flagrant violation of international law including the UN Security Council resolutions and the OSCE principles',
      speaker: 'Foreign Ministry of Turkey',
    },
  ],
  mistyped:
    'does recognize this illegitimate election which constitutes violation of Azerbaijan’s sovereignty',
  wrong: 'does recognize',
  right: 'does not recognize',
}

const LAKE: Article = {
  file: SAMPLE.observer,
  said: [
    {
      inside: 'not a decision',
      words: 'is not a decision that one country can make alone',
      speaker: 'Dana Okvey',
    },
    {
      inside: 'asking Velmora',
      words: 'We are asking Velmora to read the treaty it signed',
      speaker: 'Dana Okvey',
    },
    {
      inside: 'low, but it is not empty',
      words: 'The lake is low, but it is not empty',
      speaker: 'Ines Corvane',
    },
  ],
  mistyped: 'Nobody warned us, and nobody told us before the vote',
  wrong: 'warned',
  right: 'asked',
}

const COLOURS = ['1', '2', '3', '4', '5', '1'] as const

/** What came out of it, seen from outside: the command line's check, and the files that were exported. */
async function expectTrue(verbatim: Verbatim, article: Article, exported: { md: string; pdf: string }) {
  const { library } = verbatim.places
  const [brief] = JSON.parse(commandLine(library, '--json', 'brief', 'list')) as { id: string }[]
  const rows = JSON.parse(commandLine(library, '--json', 'check', brief?.id ?? '')) as {
    quotation: string
    verdict: string
    linked: boolean
    speaker: string | null
  }[]
  const linked = rows.filter((row) => row.linked)
  expect(linked.map(({ verdict }) => verdict)).toEqual(article.said.map(() => 'verbatim'))
  expect(linked.map(({ speaker }) => speaker)).toEqual(article.said.map(({ speaker }) => speaker))
  const markdown = readFileSync(exported.md, 'utf8')
  const { text } = await readPdf(readFileSync(exported.pdf))
  const flat = text.replaceAll(/\s+/gu, ' ')
  for (const { words } of article.said) {
    expect(markdown).toContain(words)
    expect(flat).toContain(words)
  }
}

async function exportAs(
  page: Page,
  verbatim: Verbatim,
  format: 'Markdown' | 'PDF',
  path: string,
): Promise<void> {
  await verbatim.app.willSave(path)
  await page.keyboard.press('Control+Shift+e')
  const dialog = new ExportDialog(page)
  await dialog.only(format)
  await dialog.export.focus()
  await page.keyboard.press('Enter')
  await expect(verbatim.reader.message).toContainText('Exported')
  await expect(dialog.root).toHaveCount(0)
}

async function restore(brief: BriefPage, { mistyped, wrong, right }: Article, number: number): Promise<void> {
  const { page } = brief
  await expect(brief.foot).toContainText('1 needs a look')
  await page.keyboard.press('F8')
  const card = brief.card(number)
  await expect(card).toContainText('In the source')
  await page.keyboard.press('F6')
  await expect(card.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('r')
  await expect(brief.draft).toContainText(mistyped.replace(wrong, right))
  await expect(brief.foot).not.toContainText('look')
}

async function writeAndExport(verbatim: Verbatim, folder: string, article: Article): Promise<void> {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await page.keyboard.type(` They said “${article.mistyped}”.`)
  await restore(brief, article, article.said.length + 1)
  const exported = { md: join(folder, 'out.md'), pdf: join(folder, 'out.pdf') }
  await exportAs(page, verbatim, 'Markdown', exported.md)
  await exportAs(page, verbatim, 'PDF', exported.pdf)
  await expectTrue(verbatim, article, exported)
}

async function quoteByMouse({ reader }: Verbatim, { inside, speaker }: Said, index: number): Promise<void> {
  await reader.highlightQuotation(inside, COLOURS[index] ?? '1')
  await expect(reader.cards).toHaveCount(index + 1)
  await reader.popover.getByRole('button', { name: /Change|Say who speaks/ }).click()
  await reader.popover.getByLabel('Speaker').fill(speaker)
  await reader.popover.getByRole('button', { name: 'Save' }).click()
  await expect(reader.cards.nth(index)).toContainText(speaker)
  await reader.popover.getByRole('button', { name: /Quote in brief/ }).click()
  await expect(reader.message).toContainText('Quoted in Untitled brief')
}

/** Every key comes as soon as what it needs is on screen, and no later. */
async function quoteByKeys(verbatim: Verbatim, { inside, speaker }: Said, index: number): Promise<void> {
  const { page, reader, search } = verbatim
  await page.keyboard.press('Control+Shift+f')
  await expect(search.field).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(`“${inside}”`)
  await expect(search.results.locator('mark').first()).toHaveText(inside)
  await page.keyboard.press('Enter')
  await expect(search.results.locator('.sn').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('q')
  await page.keyboard.press(COLOURS[index] ?? '1')
  await page.keyboard.press('s')
  await expect(reader.popover.getByLabel('Speaker')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(speaker)
  await page.keyboard.press('Enter')
  await expect(reader.cards.nth(index)).toContainText(speaker)
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(reader.message).toContainText('Quoted in Untitled brief')
}

for (const [name, article] of [
  ['the sample article', LAKE],
  ['a real article', KARABAKH],
] as const) {
  test.describe(name, () => {
    test.skip(!existsSync(article.file), 'the article is not there')

    test('goes from file to PDF by mouse', async ({ verbatim, folder }) => {
      const { page, reader } = verbatim
      await expect(verbatim.sources.start).toBeVisible()
      await verbatim.imports.choose(article.file)
      await expect(verbatim.imports.rows.first()).toContainText('Imported')
      await verbatim.imports.close()
      await expect(verbatim.sources.rows).toHaveCount(1)
      for (const [index, said] of article.said.entries()) await quoteByMouse(verbatim, said, index)
      await reader.message.getByRole('button', { name: 'Show' }).click()
      const brief = new BriefPage(page)
      await expect(brief.quotes).toHaveCount(article.said.length)
      await brief.title.fill('Reactions')
      await brief.quotes.last().click()
      await page.keyboard.press('Control+End')
      await writeAndExport(verbatim, folder, article)
      await page.getByRole('button', { name: 'Sources' }).click()
      await reader.cards.first().getByRole('button', { name: 'In 1 brief' }).click()
      await reader.cards
        .first()
        .getByRole('list', { name: 'Briefs that quote it' })
        .getByRole('button')
        .click()
      await expect(brief.card(1)).toContainText('The same, mark for mark.')
    })

    test('goes from file to PDF by keys alone', async ({ verbatim, folder }) => {
      const { page } = verbatim
      await expect(verbatim.sources.start).toBeVisible()
      await verbatim.app.willChoose(article.file)
      await page.keyboard.press('Control+o')
      await verbatim.imports.dialog.getByRole('button', { name: 'Choose…' }).press('Enter')
      await expect(verbatim.imports.rows.first()).toContainText('Imported')
      await page.keyboard.press('Escape')
      await expect(verbatim.sources.rows).toHaveCount(1)
      for (const [index, said] of article.said.entries()) await quoteByKeys(verbatim, said, index)
      await page.keyboard.press('Control+2')
      const brief = new BriefPage(page)
      await expect(brief.draft).toBeFocused()
      await expect(brief.quotes).toHaveCount(article.said.length)
      await page.keyboard.press('Control+End')
      await writeAndExport(verbatim, folder, article)
    })
  })
}
