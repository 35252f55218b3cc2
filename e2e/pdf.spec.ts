import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, test } from './fixtures.ts'
import { report } from './reports.ts'

const SCANNED = new URL('../src/core/import/importers/pdf/fixtures/scanned.pdf', import.meta.url).pathname

test('words selected on a PDF’s page make the same highlight as in the text', async ({
  verbatim,
  folder,
}) => {
  const { reader, page: window } = verbatim
  writeFileSync(join(folder, 'report.pdf'), report(3))
  await verbatim.imports.choose(join(folder, 'report.pdf'))
  await verbatim.imports.row('report.pdf').getByRole('button', { name: 'Open' }).click()
  await expect(reader.text).toContainText('department')
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await reader.select('the lower depart-', 'until the thaw', reader.pages)
  await window.keyboard.press('2')
  await expect(reader.cards).toHaveCount(1)
  await expect(reader.cards).toContainText(
    'the lower department would keep the sluices closed until the thaw',
  )
  await expect.poll(() => reader.painted('blue')).toBeGreaterThan(1)
  await reader.show('Text')
  await expect(reader.text).toContainText('department')
  await expect.poll(() => reader.painted('blue')).toBe(1)
  const [annotation] = JSON.parse(commandLine(verbatim.places.library, '--json', 'annotations')) as {
    readonly exact: string
  }[]
  expect(annotation?.exact).toBe('the lower department would keep the sluices closed until the thaw')
})

test('a highlight far down is shown on its page, and Q takes the quotation there', async ({
  verbatim,
  folder,
}) => {
  const { reader, page: window } = verbatim
  writeFileSync(join(folder, 'report.pdf'), report(60))
  commandLine(verbatim.places.library, 'import', join(folder, 'report.pdf'))
  const [source] = JSON.parse(commandLine(verbatim.places.library, '--json', 'sources')) as {
    citekey: string
  }[]
  const far = 'stands on sheet number 47'
  commandLine(verbatim.places.library, 'annotate', source?.citekey ?? '', '--quote', far)
  await verbatim.sources.open('Report of the commission')
  await expect(reader.cards).toHaveCount(1)
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await reader.clickIn('not empty', reader.pages)
  await window.keyboard.press('q')
  await window.keyboard.press('3')
  await expect(reader.cards).toHaveCount(2)
  await expect(reader.cards.first()).toContainText('We will not empty our own lake to keep it open')
  await window.keyboard.press('Escape')
  await reader.cards.nth(1).getByRole('button').first().click()
  await expect(reader.pages.getByText('sheet number 47')).toBeInViewport()
  await expect.poll(() => reader.painted('yellow')).toBe(1)
  // Pages that are out of sight hold nothing.
  const drawn = await reader.pages
    .locator('canvas')
    .evaluateAll((all) => all.filter((each) => each instanceof HTMLCanvasElement && each.width > 0).length)
  expect(drawn).toBeLessThan(8)
})

test('a locked PDF asks for its password in the place of its pages, and says when it is wrong', async ({
  verbatim,
  folder,
}) => {
  const { reader, page: window } = verbatim
  writeFileSync(join(folder, 'locked-report.pdf'), report(3, { password: 'sluice' }))
  commandLine(verbatim.places.library, 'import', join(folder, 'locked-report.pdf'), '--password', 'sluice')
  await verbatim.sources.open(/./)
  await reader.show('Original')
  await reader.unlock('weir')
  await expect(window.getByRole('alert')).toContainText('not the password of the file')
  await expect(reader.password).toBeFocused()
  await window.keyboard.press('Control+a')
  await reader.unlock('sluice')
  await expect(reader.pages).toContainText('depart-')
  // It is not asked for again while the window is open, and is written nowhere.
  await reader.show('Text')
  await expect(reader.text).toContainText('department')
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await verbatim.restart()
  await verbatim.sources.open(/./)
  await expect(verbatim.reader.password).toBeVisible()
})

test('what is selected stays whole while its pages are out of sight', async ({ verbatim, folder }) => {
  const { reader, page: window } = verbatim
  writeFileSync(join(folder, 'report.pdf'), report(40))
  commandLine(verbatim.places.library, 'import', join(folder, 'report.pdf'))
  await verbatim.sources.open('Report of the commission')
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await reader.clickIn('the lower depart-', reader.pages)
  await reader.scrollToPage(30, 40)
  await reader.extendTo('sheet number 30', reader.pages)
  await window.keyboard.press('2')
  await expect(reader.cards).toHaveCount(1)
  const [annotation] = JSON.parse(commandLine(verbatim.places.library, '--json', 'annotations')) as {
    readonly exact: string
  }[]
  expect(annotation?.exact).toMatch(/^he lower department would keep[^]* stands on sheet number 30$/)
})

test('a PDF opens at the page that was left, also at the next start', async ({ verbatim, folder }) => {
  const { reader } = verbatim
  writeFileSync(join(folder, 'report.pdf'), report(40))
  commandLine(verbatim.places.library, 'import', join(folder, 'report.pdf'))
  await verbatim.sources.open('Report of the commission')
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await reader.scrollToPage(21, 40)
  await expect(reader.pages.getByText('sheet number 21')).toBeInViewport()
  await expect.poll(() => reader.remembered()).toContain('"page":21')
  await verbatim.restart()
  await verbatim.sources.open('Report of the commission')
  await expect(verbatim.reader.pages.getByText('sheet number 21')).toBeInViewport()
})

test('a PDF’s own table of contents is its outline, and its chapters are gone through by key', async ({
  verbatim,
  folder,
}) => {
  const { reader, page: window } = verbatim
  const outline = [1, 12, 25].map((page) => ({ title: `Sheets from ${String(page)}`, page }))
  writeFileSync(join(folder, 'report.pdf'), report(40, { outline }))
  commandLine(verbatim.places.library, 'import', join(folder, 'report.pdf'))
  await verbatim.sources.open('Report of the commission')
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  await window.keyboard.press('F9')
  await expect(reader.outline.getByRole('button')).toHaveText(outline.map(({ title }) => title))
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await expect(reader.pages.getByText('sheet number 25')).toBeInViewport()
  await window.keyboard.press('Control+PageUp')
  await expect(reader.pages.getByText('sheet number 12')).toBeInViewport()
  await window.keyboard.press('Control+PageDown')
  await expect(reader.pages.getByText('sheet number 25')).toBeInViewport()
})

test('notes stand beside the pages, and lead to their highlights', async ({ verbatim, folder }) => {
  const { reader, page: window } = verbatim
  writeFileSync(join(folder, 'report.pdf'), report(40))
  commandLine(verbatim.places.library, 'import', join(folder, 'report.pdf'))
  const [source] = JSON.parse(commandLine(verbatim.places.library, '--json', 'sources')) as {
    citekey: string
  }[]
  const passages = [
    ['We will not empty our own lake', 'Mara Tesk'],
    ['stands on sheet number 2 alone', 'Jon Brandvik'],
  ] as const
  for (const [quote, speaker] of passages)
    commandLine(
      verbatim.places.library,
      'annotate',
      source?.citekey ?? '',
      '--quote',
      quote,
      '--speaker',
      speaker,
    )
  await verbatim.sources.open('Report of the commission')
  await reader.show('Original')
  await expect(reader.notes).toHaveText(['Mara Tesk', 'Jon Brandvik'])
  const first = reader.pages.getByRole('group', { name: 'Page 1', exact: true })
  let drawn = 0
  for (const width of [1440, 1024]) {
    await window.setViewportSize({ width, height: 900 })
    // Pages are drawn anew a moment after the window has its size; what is pressed before that is pressed in vain.
    await expect
      .poll(async () => {
        const page = await first.boundingBox()
        const note = await reader.notes.first().boundingBox()
        return page !== null && page.width !== drawn && note !== null && note.x >= page.x + page.width
      })
      .toBe(true)
    drawn = (await first.boundingBox())?.width ?? 0
  }
  await reader.notes.first().click()
  await expect(reader.popover).toContainText('Mara Tesk')
})

test('highlights on a page are painted for paper, in dark colours too', async ({ verbatim, folder }) => {
  const { reader, page: window } = verbatim
  await window.emulateMedia({ colorScheme: 'dark' })
  writeFileSync(join(folder, 'report.pdf'), report(3))
  await verbatim.imports.choose(join(folder, 'report.pdf'))
  await verbatim.imports.row('report.pdf').getByRole('button', { name: 'Open' }).click()
  await expect(reader.text).toContainText('department')
  const onSheet = await reader.paintOf('yellow', reader.text)
  await reader.show('Original')
  await expect(reader.pages).toContainText('depart-')
  const onPaper = await reader.paintOf('yellow', reader.pages.getByText('depart-'))
  expect(onPaper).not.toBe(onSheet)
  await window.emulateMedia({ colorScheme: 'light' })
  await reader.show('Text')
  await expect.poll(() => reader.paintOf('yellow', reader.text)).toBe(onPaper)
})

test('a scanned page says where its words can be marked, and leads there', async ({ verbatim }) => {
  const { reader } = verbatim
  commandLine(verbatim.places.library, 'import', SCANNED)
  await verbatim.sources.open(/./)
  await reader.show('Original')
  const note = verbatim.page.getByRole('status').filter({ hasText: 'These pages are pictures' })
  await note.getByRole('button', { name: 'Show text' }).click()
  await expect(reader.text).toContainText('43 boats stayed in the harbour')
})
