import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePdf, type Type } from '../src/core/import/importers/pdf/fixtures/make-pdf.ts'
import { commandLine, expect, test } from './fixtures.ts'

const line = (y: number, text: string, size = 11): Type => ({ x: 72, y, text, size })

const BODY = [
  'The river commission met on Tuesday and agreed that the lower depart-',
  'ment would keep the sluices closed until the thaw. “We will not empty',
  'our own lake to keep it open,” said the minister, who was asked twice.',
  'The other side replied that a canal that is half full feeds nobody, and',
  'asked for a new count of the water that had been let through in spring.',
]

const NAMES = ['sluice', 'barge', 'heron', 'willow', 'ferry', 'weir', 'reed', 'otter', 'lock', 'mill']

/** Its words are its own: what stands on every page is taken for a running head. */
const page = (number: number): { readonly type: readonly Type[] } => {
  const name = `${NAMES[number % 10] ?? ''} and the ${NAMES[Math.floor(number / 10) % 10] ?? ''}`
  const words = number === 1 ? BODY : [`Of the ${name} the report says little, and nothing that was new.`]
  return {
    type: [
      ...words.map((each, index) => line(700 - index * 15, each)),
      line(560 - number, `This paragraph of the ${name} stands on sheet number ${String(number)} alone.`),
    ],
  }
}

const report = (pages: number): Uint8Array =>
  makePdf({
    pages: Array.from({ length: pages }, (_, index) => page(index + 1)),
    info: { Title: 'Report of the commission' },
  })

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
