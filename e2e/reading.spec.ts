import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const FILLER = 'The commission met again, heard both sides, and wrote down what each of them had said.'

/** A long article of numbered chapters. */
const book = (title: string): string =>
  [
    `# ${title}`,
    ...Array.from({ length: 12 }, (_, index) => {
      const number = String(index + 1)
      const words = Array.from(
        { length: 8 },
        (__, each) => `${FILLER} It was day ${String(each + 1)} of ${number}.`,
      )
      return [`## Chapter number ${number}`, ...words, `The Café “Erdoğan” stood in chapter ${number}.`].join(
        '\n\n',
      )
    }),
  ].join('\n\n')

test.beforeEach(async ({ verbatim, folder }) => {
  writeFileSync(join(folder, 'book.md'), book('A long book'))
  writeFileSync(join(folder, 'short.md'), `# A short note\n\n${FILLER}\n\nIts own words end here.`)
  await verbatim.imports.choose(join(folder, 'book.md'), join(folder, 'short.md'))
  await expect(verbatim.imports.row('short.md')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.sources.open('A long book')
  await expect(verbatim.reader.title).toHaveText('A long book')
})

test('words are found with other accents, quotes and case, all of them painted', async ({ verbatim }) => {
  const { reader, page } = verbatim
  await reader.find.open('cafe "erdogan"')
  await expect(reader.find.count).toHaveText('1 of 12')
  expect(await reader.find.here()).toBe('Café “Erdoğan”')
  expect(await reader.find.others()).toBe(11)
  await page.keyboard.press('Enter')
  await page.keyboard.press('F3')
  await expect(reader.find.count).toHaveText('3 of 12')
  await expect(reader.text.getByText('stood in chapter 3.')).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await expect(reader.find.count).toHaveText('2 of 12')
  await expect(reader.find.field).toBeFocused()
  await reader.find.field.fill('nothing like this')
  await expect(reader.find.count).toHaveText('Not found')
  await reader.find.field.fill('stood in chapter 9')
  await expect(reader.text.getByText('stood in chapter 9.')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(reader.find.field).toHaveCount(0)
  expect(await reader.find.here()).toBe('')
  await expect(reader.text).toBeFocused()
  await expect(reader.text.getByText('stood in chapter 9.')).toBeInViewport()
})

test('the outline goes to a heading by keyboard, marks where one is, and the way back leads back', async ({
  verbatim,
}) => {
  const { reader, page } = verbatim
  await page.keyboard.press('F9')
  await expect(reader.outline.getByRole('button')).toHaveCount(13)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(reader.outline).toHaveCount(0)
  const eleventh = reader.text.getByRole('heading', { name: 'Chapter number 11' })
  await expect(eleventh).toBeInViewport()
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('F9')
  await expect(reader.outline.locator('[aria-current=location]')).toHaveText(/Chapter number 1[01]/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(reader.title).toBeInViewport()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(eleventh).toBeInViewport()
})

test('chapters are gone through by key', async ({ verbatim }) => {
  const { reader, page } = verbatim
  await expect(reader.text).toBeVisible()
  for (const number of [1, 2, 3]) {
    await page.keyboard.press('Control+PageDown')
    await expect(
      reader.text.getByRole('heading', { name: `Chapter number ${String(number)}`, exact: true }),
    ).toBeInViewport()
  }
  await page.keyboard.press('Control+PageUp')
  await expect(reader.text.getByRole('heading', { name: 'Chapter number 2', exact: true })).toBeInViewport()
})

test('a source opens where it was left, also at the next start', async ({ verbatim }) => {
  const { page } = verbatim
  await verbatim.reader.text
    .getByText('stood in chapter 7.')
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect.poll(() => page.evaluate(() => localStorage.getItem('verbatim.reading'))).not.toBe(null)
  await verbatim.sources.open('A short note')
  await expect(verbatim.reader.title).toBeInViewport()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(verbatim.reader.title).toHaveText('A long book')
  await expect(verbatim.reader.text.getByText('stood in chapter 7.')).toBeInViewport()
  await verbatim.restart()
  await expect(verbatim.reader.text.getByText('stood in chapter 7.')).toBeInViewport()
})

test('text grows and shrinks by key and stays so, and lines have three widths', async ({ verbatim }) => {
  const { page } = verbatim
  const zoom = (): Promise<number | undefined> =>
    verbatim.app.electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomFactor())
  await page.keyboard.press('Control+=')
  await page.keyboard.press('Control++')
  await expect.poll(zoom).toBeCloseTo(1.25)
  for (let press = 0; press < 9; press += 1) await page.keyboard.press('Control+-')
  await expect.poll(zoom).toBeCloseTo(0.8)
  for (let press = 0; press < 9; press += 1) await page.keyboard.press('Control+=')
  await expect.poll(zoom).toBeCloseTo(2)
  // At twice the size nothing but the list is put away, and no pane scrolls sideways.
  await expect(verbatim.reader.text).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
  await page.keyboard.press('Control+0')
  await expect.poll(zoom).toBe(1)
  await page.keyboard.press('Control+=')
  await page.getByRole('button', { name: 'Hide the list' }).click()
  await page.getByRole('button', { name: 'Text size, width and colours' }).click()
  const before = (await verbatim.reader.text.boundingBox())?.width ?? 0
  await page.getByRole('radio', { name: 'Narrow' }).check()
  await expect.poll(async () => (await verbatim.reader.text.boundingBox())?.width).toBeLessThan(before)
  await page.keyboard.press('Escape')
  await verbatim.restart()
  await expect.poll(zoom).toBeCloseTo(1.1)
})
