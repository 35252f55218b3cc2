import { AlterDialog } from '../../e2e/pages/alter-dialog.ts'
import { BibliographyPart } from '../../e2e/pages/bibliography.ts'
import { BriefPage } from '../../e2e/pages/brief-page.ts'
import { DraftTools } from '../../e2e/pages/draft-tools.ts'
import { FindBar } from '../../e2e/pages/find-bar.ts'
import { RevisionsDialog } from '../../e2e/pages/revisions-dialog.ts'
import { SourceList } from '../../e2e/pages/source-list.ts'
import { showPanel } from './panel.mjs'

const NOTES = 'What to ask in Tarrin'

const menu = (page, label) => page.getByRole('button', { name: label, exact: true }).click()

const escape = (page) => page.keyboard.press('Escape')

const openBrief = async (page, title) => {
  const brief = new BriefPage(page)
  await brief.show()
  await new SourceList(page).open(title)
  await brief.draft.waitFor()
  return brief
}

/** In a paragraph of its own, over the notes. */
const goOnWriting = async (page, words) => {
  await new BriefPage(page).draft.getByText('The vote was close').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
}

/** Writing a brief: its blocks, quotes, citations, and the dialogs beside it. */
export const writingViews = {
  blocks: async ({ page }) => {
    const brief = await openBrief(page, NOTES)
    await brief.foot.getByText('Saved').waitFor()
    await brief.draft.getByRole('cell', { name: 'August' }).click()
  },
  'insert-menu': async ({ page }) => {
    await menu(page, 'Insert')
    await page.getByRole('menu', { name: 'Insert' }).waitFor()
  },
  'style-menu': async ({ page }) => {
    await escape(page)
    await menu(page, 'Text style')
    await page.getByRole('menu', { name: 'Text style' }).waitFor()
  },
  'table-form': async ({ page }) => {
    await escape(page)
    await new BriefPage(page).draft.getByText('The vote was close').click()
    const tools = new DraftTools(page)
    await tools.insert('Table…')
    await tools.form.waitFor()
  },
  spelling: async ({ page }) => {
    await escape(page)
    const { draft } = new BriefPage(page)
    await page.waitForFunction(() => (CSS.highlights.get('misspelt')?.size ?? 0) > 0, null, {
      timeout: 60_000,
    })
    await draft.getByText('The council of Tarrin').click({ position: { x: 4, y: 10 } })
    await page.keyboard.press('Home')
    for (let word = 0; word < 5; word += 1) await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+.')
    await page.getByRole('menuitem', { name: 'Add to dictionary' }).waitFor()
  },
  typing: async ({ page }) => {
    await escape(page)
    await menu(page, 'More about this brief')
    await page.getByRole('menuitem', { name: 'Language and spelling…' }).click()
    await page.getByRole('dialog', { name: 'Language and spelling' }).waitFor()
  },
  lint: async ({ page }) => {
    await escape(page)
    await showPanel(page)
    await page.getByRole('tab', { name: 'Check' }).click()
    const lint = page.getByRole('region', { name: 'The brief' })
    await lint.getByRole('button', { name: /Claim without a citation/ }).waitFor()
    await lint.scrollIntoViewIfNeeded()
  },
  'lint-rules': async ({ page }) => {
    await page.getByRole('button', { name: 'Rules…' }).click()
    await page.getByRole('dialog', { name: 'What a brief is looked over for' }).waitFor()
  },
  'quote-picker': async ({ page }) => {
    await escape(page)
    await page.getByRole('tab', { name: 'Citations' }).click()
    await goOnWriting(page, 'Its prime minister told deputies “we will not cl')
    await page.getByRole('listbox', { name: 'Passages to quote' }).getByRole('option').first().waitFor()
  },
  'source-picker': async ({ page }) => {
    await page.keyboard.press('Enter')
    await page.keyboard.type(' [@vel')
    await page.getByRole('listbox', { name: 'Sources to cite' }).getByRole('option').first().waitFor()
  },
  'citation-form': async ({ page }) => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('.')
    const brief = new BriefPage(page)
    await brief.foot.getByText('Saved').waitFor()
    await brief.draft
      .getByRole('button', { name: /^Citation/ })
      .last()
      .click()
    await page.getByRole('dialog', { name: 'Citation' }).waitFor()
  },
  bibliography: async ({ page }) => {
    await escape(page)
    const bibliography = new BibliographyPart(page)
    const option = bibliography.part.locator('option', { hasText: 'American Psychological' }).first()
    await bibliography.style.selectOption({ label: await option.innerText() })
    await bibliography.entries.first().waitFor()
    await new BriefPage(page).foot.getByText('Saved').waitFor()
    await bibliography.part.scrollIntoViewIfNeeded()
  },
  alter: async ({ page }) => {
    const brief = new BriefPage(page)
    await brief.draft
      .getByRole('button', { name: /^Quotation/ })
      .last()
      .click()
    await page.keyboard.press('F2')
    const alter = new AlterDialog(page)
    await alter.words.waitFor()
    await alter.select('the river')
    await page.keyboard.type('it')
    await page.keyboard.press('Enter')
    await alter.outcome.getByText('Marked alteration').waitFor()
  },
  'find-in-brief': async ({ page }) => {
    await escape(page)
    const find = new FindBar(page)
    await find.find('the')
    await page.keyboard.press('Control+h')
    await find.put.fill('this')
    await find.count.getByText('of').waitFor()
  },
  'brief-outline': async ({ page }) => {
    await escape(page)
    await page.keyboard.press('F9')
    await page.getByRole('list', { name: 'Outline' }).waitFor()
  },
  'focus-mode': async ({ page }) => {
    await page.getByRole('tab', { name: 'Citations' }).click()
    await new BriefPage(page).draft.getByText('The vote was close').click()
    await page.keyboard.press('Control+Shift+d')
    await new BriefPage(page).draft.locator('.written-here').waitFor()
  },
  revisions: async ({ page }) => {
    await page.keyboard.press('Control+Shift+d')
    await page.keyboard.press('Control+1')
    const brief = await openBrief(page, NOTES)
    await brief.draft.getByText('The vote was close').click()
    await page.keyboard.press('End')
    for (let letter = 0; letter < 'close.'.length; letter += 1) await page.keyboard.press('Backspace')
    await page.keyboard.type('near: 61 for, 48 against.')
    const revisions = new RevisionsDialog(page)
    await revisions.open()
    await revisions.differences.locator('ins').first().waitFor()
  },
  templates: async ({ page }) => {
    await escape(page)
    const drawer = new SourceList(page).drawer
    if (await drawer.isVisible()) await drawer.click()
    await page.getByRole('button', { name: 'New brief from a template' }).click()
    await page.getByRole('dialog', { name: 'New brief from a template' }).waitFor()
  },
  tabs: async ({ page }) => {
    await escape(page)
    await openBrief(page, 'Who may hold back')
    await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).waitFor()
    const list = new SourceList(page)
    if (await list.drawer.isVisible()) await list.drawer.click()
    await list.row(NOTES).click({ modifiers: ['Control'] })
    await page.getByRole('tablist', { name: 'Open in this window' }).waitFor()
    await new BriefPage(page).foot.getByText('Saved').waitFor()
  },
}

/** A brief and a source beside each other, in a window that is wide enough for both. */
export const sideBySide = {
  'side-by-side': async ({ page }) => {
    const brief = await openBrief(page, 'Who may hold back')
    await brief.foot.getByText('need a look').waitFor()
    await page.keyboard.press('Control+Alt+b')
    await page.keyboard.press('Control+1')
    await new SourceList(page).open('Velmora limits')
    await page.locator('[data-pane="other-sheet"]').waitFor()
  },
}
