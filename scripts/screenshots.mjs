// Takes a picture of every view into docs/screenshots: light and dark, in two sizes of the window.
// Run: xvfb-run -a node scripts/screenshots.mjs (needs the built app and Electron)
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '../e2e/app.ts'
import { ImportDialog } from '../e2e/pages/import-dialog.ts'
import { Reader } from '../e2e/pages/reader.ts'
import { SearchPage } from '../e2e/pages/search-page.ts'
import { SourceList } from '../e2e/pages/source-list.ts'
import { ROOT } from './runtime.mjs'
import { shrunk } from './screenshots/png.mjs'

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

const verbatim = (...words) =>
  execFileSync(process.execPath, [join(ROOT, 'bin', 'verbatim.mjs'), '--library', library, ...words], {
    stdio: 'ignore',
  })

/** Quotations of one article, as its readers marked them. */
const annotate = () => {
  const marks = [
    ['is not a decision that one country can make alone', 'blue', 'Dana Okvey', 'foreign minister, Tarrin'],
    ['The lake is low, but it is not empty', 'green', 'Ines Corvane', 'Joint River Commission'],
    [
      'We are asking Velmora to read the treaty it signed',
      'yellow',
      'Dana Okvey',
      'foreign minister, Tarrin',
    ],
  ]
  for (const [quote, colour, speaker, role] of marks)
    verbatim(
      'annotate',
      'solm2026read',
      '--quote',
      quote,
      '--colour',
      colour,
      '--speaker',
      speaker,
      '--role',
      role,
      '--tag',
      'dam',
    )
}

const views = {
  reader: async ({ page }) => {
    const reader = new Reader(page)
    await new SourceList(page).open('Read the treaty')
    await reader.cards.first().waitFor()
  },
  popover: async ({ page }) => {
    const reader = new Reader(page)
    await reader.clickIn('We are not threatening')
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
    await page.getByRole('tab', { name: 'Details' }).click()
  },
  search: async ({ page }) => {
    const search = new SearchPage(page)
    await search.open()
    await search.field.fill('river commission')
    await search.results.first().waitFor()
  },
  import: async (app) => {
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

const takeAll = async (viewport, colorScheme) => {
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
  verbatim('import', ...ARTICLES)
  annotate()
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark']) await takeAll(viewport, colorScheme)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
