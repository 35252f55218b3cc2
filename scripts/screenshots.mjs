// Takes a picture of every view into docs/screenshots: light and dark, in two sizes of the window.
// Run: xvfb-run -a node scripts/screenshots.mjs [VIEW]… (needs the built app and Electron; without VIEW all of them)
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '../e2e/app.ts'
import { About } from '../e2e/pages/about.ts'
import { BibliographyPart } from '../e2e/pages/bibliography.ts'
import { BriefPage } from '../e2e/pages/brief-page.ts'
import { ImportDialog } from '../e2e/pages/import-dialog.ts'
import { Reader } from '../e2e/pages/reader.ts'
import { SearchPage } from '../e2e/pages/search-page.ts'
import { SourceList } from '../e2e/pages/source-list.ts'
import { TrashPage } from '../e2e/pages/trash-page.ts'
import { sampleAnnotations, sampleDraft, samplePlan, sampleSources } from './demo/sample.mjs'
import { verbatim } from './demo/verbatim.mjs'
import { ROOT } from './runtime.mjs'
import { shrunk } from './screenshots/png.mjs'
import { MARKS, report } from './screenshots/report.mjs'

const OUT = join(ROOT, 'docs', 'screenshots')
const SAMPLE = join(ROOT, 'resources', 'sample')
const ARTICLES = ['lake-arren-wire.txt', 'calder-courier.html', 'tarrin-observer.md'].map((name) =>
  join(SAMPLE, name),
)
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 680 },
]

const folder = mkdtempSync(join(tmpdir(), 'verbatim-screenshots-'))
const library = join(folder, 'Lake Arren.verbatim')

/** The same library some days later. */
const later = join(folder, 'Lake Arren, later.verbatim')

const callOn = (place) => (args, how) => verbatim(place, args, { ...how, quiet: true })
const call = callOn(library)

/** Quotations as they go wrong: a changed word, another source's words, words that nobody said. */
const wrong = ({ wire, courier }) => `
## Still to be mended

Tesk told deputies that “We will now close the river, and we will not empty our own lake to keep it open” [@${courier}]. Brandvik said: “A canal that is half full feeds nobody at its far end” [@${wire}]. Others called it “a vote without any legal effect”.
`

/** The sample articles with their highlights, and the sample brief with some quotations that need a look. */
const fill = async () => {
  const plan = samplePlan()
  const citekeys = await sampleSources(plan, call)
  const ids = await sampleAnnotations(plan, citekeys, call)
  const [text, notes] = sampleDraft(ids, citekeys).split('\n[^figures]:')
  const draft = join(folder, 'brief.md')
  writeFileSync(draft, `${text}${wrong(citekeys)}\n[^figures]:${notes}`)
  await call(['brief', 'import', draft])
  await goOn(citekeys)
}

const changed = (name, text) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** The Courier has corrected its report, another paper has the agency’s, and some things went to the trash. */
const goOn = async (citekeys) => {
  cpSync(library, later, { recursive: true })
  const on = callOn(later)
  const corrected = readFileSync(ARTICLES[1], 'utf8')
    .replace('This law does not save a drop of water', 'This law saves hardly a drop of water')
    .replace('and we will not empty our own lake to keep it open', 'nor shall we empty our lake')
  const file = changed('calder-courier.html', corrected)
  await on(['import', file, '--as-version-of', citekeys.courier], { lines: true })
  const [, byline, ...paragraphs] = readFileSync(ARTICLES[0], 'utf8').trim().split('\n\n')
  const copy = ['Lake Arren vote angers neighbours', byline.replace('Meridian Press', 'Valley Herald')]
  const body = paragraphs.slice(0, -1).map((words) => words.replace('lowest level', 'worst level'))
  await on(['import', changed('valley-herald.txt', [...copy, ...body].join('\n\n'))], { lines: true })
  const notes = await on([
    'brief',
    'import',
    changed('notes.md', '---\ntitle: First notes\n---\n\nTo be thrown away.\n'),
  ])
  await on(['brief', 'remove', notes.id])
  const old = await on(['import', changed('letter.txt', 'A letter to the editor\n\nThe lake is ours.')], {
    lines: true,
  })
  await on(['remove', old[0].source.citekey])
  await on(['remove', citekeys.observer, '--force'])
}

const reports = join(folder, 'Reports.verbatim')

const inReports = callOn(reports)

/** A library of its own, so that the other views stay as they are. */
const fillReports = async () => {
  const file = join(folder, 'gauges.pdf')
  writeFileSync(file, report())
  const [{ source }] = await inReports(['import', file], { lines: true })
  for (const [quote, speaker, colour] of MARKS) {
    // oxlint-disable-next-line no-await-in-loop -- one writer at a time
    await inReports(['annotate', source.citekey, '--quote', quote, '--speaker', speaker, '--colour', colour])
  }
}

/** In a narrow window the panel is a drawer. */
const showPanel = async (page) => {
  const drawer = page.getByRole('button', { name: 'Show the panel' })
  if (await drawer.isVisible()) await drawer.click()
}

const views = {
  reader: async ({ page }) => {
    const reader = new Reader(page)
    await new SourceList(page).open('Velmora limits')
    await reader.cards.first().waitFor()
  },
  popover: async ({ page }) => {
    const reader = new Reader(page)
    await reader.clickIn('does not save a drop')
    await page.keyboard.press('q')
    await reader.popover.waitFor()
  },
  speaker: async ({ page }) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await page.keyboard.press('s')
    await new Reader(page).popover.getByLabel('Speaker').waitFor()
  },
  details: async ({ page }) => {
    await page.keyboard.press('Escape')
    await showPanel(page)
    await page.getByRole('tab', { name: 'Details' }).click()
  },
  uses: async ({ page }) => {
    await page.getByRole('tab', { name: 'Used in' }).click()
  },
  search: async ({ page }) => {
    const search = new SearchPage(page)
    await search.open()
    await search.field.fill('river commission')
    await search.results.first().waitFor()
  },
  brief: async ({ page }) => {
    const brief = new BriefPage(page)
    await brief.show()
    await brief.foot.getByText('need a look').waitFor()
    await brief.quotes.first().waitFor()
    await page.getByRole('button', { name: 'Quotation 2: Marked alteration' }).click()
  },
  check: async ({ page }) => {
    await page.keyboard.press('F8')
    await page.getByText('In the source').first().waitFor()
  },
  export: async ({ page }) => {
    await page.keyboard.press('Control+Shift+e')
    await page.getByRole('dialog').waitFor()
  },
  import: async (app) => {
    await app.page.keyboard.press('Escape')
    const imports = new ImportDialog(app)
    await imports.choose(ARTICLES[0], join(folder, 'gone.txt'), ARTICLES[1])
    await imports.row('gone.txt').waitFor()
    await imports.dialog.getByRole('button', { name: 'Done' }).waitFor()
  },
  'set-aside': async ({ page }) => {
    const brief = new BriefPage(page)
    await page.keyboard.press('Escape')
    await brief.show()
    await brief.quotes.first().waitFor()
    await showPanel(page)
    await page.getByRole('tab', { name: 'Citations' }).click()
    await page
      .getByRole('button', { name: /water war/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Always in this brief' }).scrollIntoViewIfNeeded()
  },
  'citation-styles': async ({ page }) => {
    await page.keyboard.press('Escape')
    const bibliography = new BibliographyPart(page)
    await bibliography.part.getByRole('button', { name: 'Citation styles' }).click()
  },
  about: async ({ page }) => {
    await page.keyboard.press('Escape')
    const about = new About(page)
    await about.open()
    await about.dialog.getByText('Common Public Attribution License').press('Enter')
    await about.words(/CPAL/).waitFor()
  },
}

const viewsLater = {
  find: async ({ page }) => {
    const reader = new Reader(page)
    await new SourceList(page).open('Velmora limits')
    await reader.text.waitFor()
    await page.keyboard.press('Escape')
    await reader.find.open('water')
    await reader.find.count.getByText('of').waitFor()
  },
  outline: async ({ page }) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F9')
    await new Reader(page).outline.waitFor()
  },
  original: async ({ page }) => {
    const reader = new Reader(page)
    await page.keyboard.press('Escape')
    await reader.show('Original')
    await reader.look.getByRole('heading', { level: 1 }).waitFor()
  },
  review: async ({ page }) => {
    await new Reader(page).show('Text')
    await page.getByRole('main').getByRole('button', { name: 'Review' }).click()
    await page.getByRole('main', { name: 'Review the new version' }).getByRole('list').first().waitFor()
  },
  highlights: async ({ page }) => {
    await page.keyboard.press('Control+3')
    await page.getByRole('list', { name: 'Highlights' }).locator('.say').first().waitFor()
  },
  story: async ({ page }) => {
    await page.keyboard.press('Control+1')
    await new SourceList(page).open('Velmora votes')
    await new Reader(page).text.waitFor()
    await showPanel(page)
    await page.getByRole('tab', { name: 'Details' }).click()
    const story = page.getByRole('region', { name: 'Same story in' })
    await story.getByRole('button', { name: 'What differs' }).press('Enter')
    await story.locator('ins').first().scrollIntoViewIfNeeded()
  },
  trash: async ({ page }) => {
    await page.keyboard.press('Escape')
    await new TrashPage(page).entry.click()
    await new TrashPage(page).rows.first().waitFor()
  },
  'trash-emptying': async ({ page }) => {
    const trash = new TrashPage(page)
    await trash.empty.click()
    await trash.emptying.waitFor()
  },
}

const size = ({ width, height }) => `${width}x${height}`

const asked = new Set(process.argv.slice(2))
const isAsked = (name) => asked.size === 0 || asked.has(name)

const picture = async (page, name, viewport, colorScheme) => {
  if (!isAsked(name)) return
  // What moves has come to rest, and the pointer rests on nothing.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  const png = shrunk(await page.screenshot())
  writeFileSync(join(OUT, `${name}-${colorScheme}-${size(viewport)}.png`), png)
}

const open = async (place, viewport, colorScheme) => {
  // Letters in greys keep the pictures small, and alike on every screen.
  const app = await App.launch({ library: place, userData: mkdtempSync(join(folder, 'user-')) }, [
    '--disable-lcd-text',
  ])
  await app.page.setViewportSize(viewport)
  await app.page.emulateMedia({ colorScheme })
  return app
}

const takePdf = async (viewport, colorScheme) => {
  const app = await open(reports, viewport, colorScheme)
  const reader = new Reader(app.page)
  await new SourceList(app.page).open('The gauges')
  await reader.show('Original')
  await reader.notes.first().waitFor()
  await reader.clickIn('nobody opened', reader.pages)
  await reader.popover.waitFor()
  await picture(app.page, 'pdf', viewport, colorScheme)
  await app.close()
}

const takeAll = async (viewport, colorScheme) => {
  if (isAsked('pdf')) await takePdf(viewport, colorScheme)
  if (isAsked('start')) await takeStart(viewport, colorScheme)
  await takeEach(library, views, viewport, colorScheme)
  await takeEach(later, viewsLater, viewport, colorScheme)
}

const takeStart = async (viewport, colorScheme) => {
  const empty = await open(join(folder, 'Empty.verbatim'), viewport, colorScheme)
  await new SourceList(empty.page).start.waitFor()
  await picture(empty.page, 'start', viewport, colorScheme)
  await empty.close()
}

/** Each view is reached from the one before. */
const takeEach = async (place, shown, viewport, colorScheme) => {
  if (!Object.keys(shown).some(isAsked)) return
  const app = await open(place, viewport, colorScheme)
  for (const [name, show] of Object.entries(shown)) {
    await show(app)
    await picture(app.page, name, viewport, colorScheme)
  }
  await app.close()
}

try {
  mkdirSync(OUT, { recursive: true })
  if ([...Object.keys(views), ...Object.keys(viewsLater)].some(isAsked)) await fill()
  if (isAsked('pdf')) await fillReports()
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark']) await takeAll(viewport, colorScheme)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
