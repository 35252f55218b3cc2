// Takes a picture of every view into docs/screenshots: light and dark, in two sizes of the window.
// Run: xvfb-run -a node scripts/screenshots.mjs (needs the built app and Electron); `pdf` behind it takes only that view
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '../e2e/app.ts'
import { BriefPage } from '../e2e/pages/brief-page.ts'
import { ImportDialog } from '../e2e/pages/import-dialog.ts'
import { Reader } from '../e2e/pages/reader.ts'
import { SearchPage } from '../e2e/pages/search-page.ts'
import { SourceList } from '../e2e/pages/source-list.ts'
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

const call = (args, how) => verbatim(library, args, { ...how, quiet: true })

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
}

const reports = join(folder, 'Reports.verbatim')

const inReports = (args, how) => verbatim(reports, args, { ...how, quiet: true })

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
}

const size = ({ width, height }) => `${width}x${height}`

const picture = async (page, name, viewport, colorScheme) => {
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
  await takePdf(viewport, colorScheme)
  if (process.argv.includes('pdf')) return

  const empty = await open(join(folder, 'Empty.verbatim'), viewport, colorScheme)
  await new SourceList(empty.page).start.waitFor()
  await picture(empty.page, 'start', viewport, colorScheme)
  await empty.close()
  const app = await open(library, viewport, colorScheme)
  for (const [name, show] of Object.entries(views)) {
    await show(app)
    await picture(app.page, name, viewport, colorScheme)
  }
  await app.close()
}

try {
  mkdirSync(OUT, { recursive: true })
  if (!process.argv.includes('pdf')) await fill()
  await fillReports()
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark']) await takeAll(viewport, colorScheme)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
