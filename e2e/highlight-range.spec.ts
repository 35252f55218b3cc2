import type { Annotation } from '../src/shared/contract/annotations.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'

test.use({ imported: [SAMPLE.observer] })

const stored = ({ places }: Verbatim): readonly Annotation[] =>
  JSON.parse(commandLine(places.library, '--json', 'annotations')) as Annotation[]

test.beforeEach(async ({ verbatim }) => {
  await verbatim.sources.open('Read the treaty')
  await verbatim.reader.highlightQuotation('not a decision', '2')
  await expect(verbatim.reader.cards).toHaveCount(1)
})

test('Shift with arrow keys moves an end, and all that is done while Shift is held is one step of undo', async ({
  verbatim,
}) => {
  const { page, reader } = verbatim
  await page.keyboard.down('Shift')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.up('Shift')
  await expect(reader.cards).toContainText('“is not a decision that one country can make')
  await expect(reader.cards).not.toContainText('alone')
  expect(stored(verbatim)).toMatchObject([
    { exact: '“is not a decision that one country can make', version: 1 },
  ])
  await page.keyboard.press('e')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect(reader.cards).not.toContainText('“is')
  expect(stored(verbatim)[0]?.exact).toBe('is not a decision that one country can make')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(reader.cards).toContainText('“is not a decision that one country can make alone”')
  await page.keyboard.press('Control+Shift+z')
  await expect(reader.cards).not.toContainText('alone')
})

test('Escape leaves a highlight as it was', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await page.keyboard.down('Shift')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await page.keyboard.up('Shift')
  await expect(reader.popover).toBeVisible()
  expect(stored(verbatim)[0]?.exact).toBe('“is not a decision that one country can make alone”')
})

test('an end is dragged', async ({ verbatim }) => {
  const { reader } = verbatim
  await reader.dragEnd('end', 'one country', 'end')
  await expect(reader.cards).not.toContainText('alone')
  expect(stored(verbatim)[0]?.exact).toBe('“is not a decision that one country')
})

test('a highlight is parted at the caret and made one again', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await reader.clickIn('that one country')
  await expect(reader.popover).toBeVisible()
  await page.keyboard.press('x')
  await expect(reader.cards).toHaveCount(2)
  await expect(reader.cards.first()).toContainText('“is not a decision t')
  await page.keyboard.press('Control+z')
  await expect(reader.cards).toHaveCount(1)
  await page.keyboard.press('Escape')
  await reader.highlightQuotation('not a decision', '3')
  await expect(reader.cards).toHaveCount(2)
  await page.keyboard.press('m')
  await expect(reader.cards).toHaveCount(1)
  await expect(reader.message).toContainText('are one now')
})
