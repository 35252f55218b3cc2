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

test('a passage is copied with its citation, from a selection, a highlight and the popover', async ({
  verbatim,
}) => {
  const { app, page, reader } = verbatim
  const copied = () =>
    app.electron.evaluate(({ clipboard }) => {
      const held = {
        text: clipboard.readText(),
        html: (clipboard as unknown as { readHTML: () => string }).readHTML(),
      }
      clipboard.clear()
      return held
    })
  const [annotation] = stored(verbatim)
  await page.keyboard.press('Control+c')
  await expect(reader.message).toContainText('Copied with its citation')
  const { text, html } = await copied()
  expect(text).toBe(
    '“is not a decision that one country can make alone” (Petra Solm, “Read the treaty”, Tarrin tells Velmora after dam vote, The Tarrin Observer, 2026-03-15, https://observer.example/world/arren-dam-vote)',
  )
  expect(html).toContain(`annotation=${annotation?.id ?? ''}`)
  expect(html).toContain('href="https://observer.example/world/arren-dam-vote"')
  await reader.popover.getByRole('button', { name: 'Copy with citation' }).click()
  expect((await copied()).text).toBe(text)
  await page.keyboard.press('Escape')
  await reader.clickIn('Emil Hask')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Control+c')
  await expect.poll(async () => (await copied()).text).toMatch(/^“mil” \(Petra Solm/)
})

test('one key takes the sentence at the caret', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await page.keyboard.press('Escape')
  await reader.clickIn('promised to pay')
  await page.keyboard.press('w')
  expect(await reader.selectedWords()).toBe(
    'Emil Hask, the farm minister, promised to pay for lost seed but not for lost harvests.',
  )
})
