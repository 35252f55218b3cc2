// Takes a picture of every view into docs/screenshots: light and dark, in two sizes of the window.
// Run: xvfb-run -a node scripts/screenshots.mjs [VIEW]… (needs the built app and Electron; without VIEW all of them)
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from '../e2e/app.ts'
import { Reader } from '../e2e/pages/reader.ts'
import { SourceList } from '../e2e/pages/source-list.ts'
import { ROOT } from './runtime.mjs'
import { laterViews } from './screenshots/later-views.mjs'
import { fill, fillReports, folder, later, library, reports } from './screenshots/libraries.mjs'
import { shrunk } from './screenshots/png.mjs'
import { views } from './screenshots/views.mjs'
import { fillWriting, writing } from './screenshots/writing.mjs'
import { sideBySide, writingViews } from './screenshots/writing-views.mjs'

const OUT = join(ROOT, 'docs', 'screenshots')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 680 },
]

/** Wide enough for two sheets. */
const WIDE = { width: 1920, height: 1000 }
const COLOURS = ['light', 'dark']

const size = ({ width, height }) => `${width}x${height}`

const asked = new Set(process.argv.slice(2))
const isAsked = (name) => asked.size === 0 || asked.has(name)
const areAsked = (shown) => Object.keys(shown).some(isAsked)

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
  await takeEach(later, laterViews, viewport, colorScheme)
  if (areAsked(writingViews))
    await takeEach(written(viewport, colorScheme), writingViews, viewport, colorScheme)
}

/** What is written for one picture is in no other. */
const written = (viewport, colorScheme) => {
  const copy = join(folder, `${size(viewport)}-${colorScheme}`, 'Lake Arren.verbatim')
  cpSync(writing, copy, { recursive: true })
  return copy
}

const takeStart = async (viewport, colorScheme) => {
  const empty = await open(join(folder, 'Empty.verbatim'), viewport, colorScheme)
  await new SourceList(empty.page).start.waitFor()
  await picture(empty.page, 'start', viewport, colorScheme)
  await empty.close()
}

/** Each view is reached from the one before; none is after the last that is asked for. */
const takeEach = async (place, shown, viewport, colorScheme) => {
  const names = Object.keys(shown)
  const ways = Object.entries(shown).slice(0, names.findLastIndex(isAsked) + 1)
  if (ways.length === 0) return
  const app = await open(place, viewport, colorScheme)
  for (const [name, show] of ways) {
    await show(app)
    await picture(app.page, name, viewport, colorScheme)
  }
  await app.close()
}

try {
  mkdirSync(OUT, { recursive: true })
  if ([views, laterViews, writingViews, sideBySide].some(areAsked)) await fill()
  if (areAsked(writingViews)) await fillWriting()
  if (isAsked('pdf')) await fillReports()
  for (const viewport of SIZES) for (const colorScheme of COLOURS) await takeAll(viewport, colorScheme)
  for (const colorScheme of COLOURS) await takeEach(library, sideBySide, WIDE, colorScheme)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
