import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './app.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { Printer } from './pages/printer.ts'

test.use({ imported: [SAMPLE.courier] })

const WORDS = 'We will not close the river'

/** Opens a brief with a linked quote, a citation, a note and words that look like markup. */
async function openBrief(verbatim: Verbatim, folder: string): Promise<BriefPage> {
  const { library } = verbatim.places
  const [source] = JSON.parse(commandLine(library, '--json', 'sources')) as { citekey: string }[]
  const key = source?.citekey ?? ''
  const marked = commandLine(library, '--json', 'annotate', key, '--quote', WORDS)
  const { id } = JSON.parse(marked) as { id: string }
  const draft = join(folder, 'draft.md')
  writeFileSync(
    draft,
    `---\ntitle: On the lake\nlang: en\n---\n\n## First\n\nOther words stand before.\n\nHe said :quote[${WORDS}]{#${id}} and \\*more\\* \\<b>.[^1]\n\n[^1]: A note by hand [@${key}].\n`,
  )
  commandLine(library, 'brief', 'import', draft)
  const brief = new BriefPage(verbatim.page)
  await brief.show()
  await expect(brief.draft).toContainText(WORDS)
  return brief
}

/** What the clipboard holds; it is empty afterwards. */
const copied = ({ electron }: App) =>
  electron.evaluate(({ clipboard }) => {
    // Of Electron's own clipboard; newer types describe the web's.
    const own = clipboard as unknown as { readHTML: () => string; readText: () => string; clear: () => void }
    const held = { text: own.readText(), html: own.readHTML() }
    own.clear()
    return held
  })

test('a brief, or what is selected in it, is copied as it would be exported', async ({
  verbatim,
  folder,
}) => {
  const { page, app, reader } = verbatim
  const brief = await openBrief(verbatim, folder)
  await page.getByRole('button', { name: 'More about this brief' }).click()
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).press('Enter')
  await expect(reader.message).toContainText('Copied the brief as Markdown.')
  const markdown = await copied(app)
  expect(markdown.text).toContain('# On the lake')
  expect(markdown.text).toContain(`He said “${WORDS}”[^1] and \\*more\\* \\<b>.[^2]`)
  expect(markdown.text).toContain('[^2]: A note by hand')
  expect(markdown.html).toBe('')
  await app.chooseInMenu('Copy as rich text')
  await expect(reader.message).toContainText('Copied the brief as rich text.')
  const rich = await copied(app)
  expect(rich.text).toBe(markdown.text)
  expect(rich.html).toContain('<h1>On the lake</h1>')
  expect(rich.html).toContain('<sup>1</sup>')
  expect(rich.html).toContain('&lt;b&gt;')
  expect(rich.html).toContain('<h2>Notes</h2>')
  expect(rich.html).not.toMatch(/<script|<style|<details/u)
  // Of a selection: its own words, with the notes that they refer to.
  await brief.draft.getByText('Other words').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await app.chooseInMenu('Copy as Markdown')
  await expect(reader.message).toContainText('Copied the selection as Markdown.')
  expect((await copied(app)).text).toBe('Other words stand before.\n')
  await page.getByRole('button', { name: 'Dismiss message' }).click()
  await brief.draft.getByText('*more*').click()
  await page.keyboard.press('Home')
  // With the number of the note behind it.
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Shift+ArrowRight')
  await app.chooseInMenu('Copy as Markdown')
  await expect(reader.message).toContainText('Copied the selection as Markdown.')
  const part = (await copied(app)).text
  expect(part).toContain(`He said “${WORDS}”[^1] and`)
  expect(part).toContain('[^2]: A note by hand')
  expect(part).not.toContain('Other words')
  expect(part).not.toContain('# On the lake')
})

test('a brief is printed as its web page is, from a window that is gone afterwards', async ({
  verbatim,
  folder,
}) => {
  const { page, app, reader, places } = verbatim
  const printer = new Printer(app)
  const brief = await openBrief(verbatim, folder)
  await printer.willAnswer('Print job canceled')
  await brief.write(' Typed just now.')
  await page.keyboard.press('Control+p')
  await expect.poll(() => printer.windows()).toBe(1)
  await printer.willAnswer(null)
  await page.keyboard.press('Control+p')
  await expect(reader.message).toContainText('Sent to the printer.')
  expect(await printer.windows()).toBe(1)
  writeFileSync(join(folder, 'printed.pdf'), await printer.printed())
  commandLine(places.library, 'import', join(folder, 'printed.pdf'))
  const sources = JSON.parse(commandLine(places.library, '--json', 'sources')) as {
    id: string
    format: string
  }[]
  const pdf = sources.find(({ format }) => format === 'pdf')
  const words = commandLine(places.library, 'show', pdf?.id ?? '', '--text')
  for (const each of ['On the lake', WORDS, '*more* <b>', 'A note by hand', 'Typed just now.'])
    expect(words).toContain(each)
  // What unfolds on a screen is not on paper.
  expect(words).not.toContain('verbatim')
  await printer.willAnswer('Print job failed')
  await app.chooseInMenu('Print…')
  await expect(page.getByRole('alert')).toContainText('The brief was not printed. Nothing was changed.')
  expect(await printer.windows()).toBe(1)
})
