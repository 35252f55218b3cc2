import { commandLine, expect, SAMPLE, test } from './fixtures.ts'

test('an article is imported, read, highlighted and annotated, and after a restart it is all there', async ({
  verbatim,
}) => {
  await expect(verbatim.sources.start).toBeVisible()
  await verbatim.imports.choose(SAMPLE.wire, SAMPLE.observer)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Imported')
  await verbatim.imports.close()

  await verbatim.sources.open('Read the treaty')
  await expect(verbatim.reader.title).toContainText('Read the treaty')
  await verbatim.reader.highlightQuotation('not a decision', '2')
  await expect(verbatim.reader.cards).toHaveCount(1)
  expect(await verbatim.reader.painted('blue')).toBe(1)
  await verbatim.page.keyboard.press('s')
  await expect(verbatim.reader.popover.getByLabel('Speaker')).toHaveValue(/Okvey/)
  await verbatim.page.keyboard.press('Enter')
  await expect(verbatim.reader.cards).toContainText('Okvey')

  await verbatim.restart()
  await expect(verbatim.reader.title).toContainText('Read the treaty')
  await expect(verbatim.reader.cards).toContainText('“is not a decision that one country can make alone”')
  await expect(verbatim.reader.cards).toContainText('Okvey')
  expect(await verbatim.reader.painted('blue')).toBe(1)
  const [annotation] = JSON.parse(commandLine(verbatim.places.library, '--json', 'annotations')) as unknown[]
  expect(annotation).toMatchObject({
    colour: 'blue',
    status: 'anchored',
    exact: '“is not a decision that one country can make alone”',
    attribution: { speaker: expect.stringContaining('Okvey') },
  })
})

test.describe('with sources', () => {
  test.use({ imported: [SAMPLE.courier, SAMPLE.observer] })

  test('acts are taken back and done again', async ({ verbatim }) => {
    const { reader, page } = verbatim
    await verbatim.sources.open('Read the treaty')
    await reader.highlightQuotation('not a decision', '1')
    await expect(reader.cards).toHaveCount(1)
    await reader.message.getByRole('button', { name: 'Undo' }).click()
    await expect(reader.cards).toHaveCount(0)
    await page.keyboard.press('Control+y')
    await expect(reader.cards).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(reader.cards).toHaveCount(0)
    expect(await reader.painted('yellow')).toBe(0)
  })

  test('what the command line writes appears in the open window', async ({ verbatim }) => {
    await expect(verbatim.sources.rows).toHaveCount(2)
    commandLine(verbatim.places.library, 'import', SAMPLE.wire)
    await expect(verbatim.sources.rows).toHaveCount(3)
  })

  test('a search leads to its passage', async ({ verbatim }) => {
    await verbatim.search.open()
    await verbatim.search.field.fill('“one country can make”')
    await expect(verbatim.search.results).toHaveCount(1)
    await expect(verbatim.search.results.locator('mark')).toHaveText(['one country can make'])
    await verbatim.search.results.locator('.sn').first().click()
    await expect(verbatim.reader.title).toContainText('Read the treaty')
    await expect(verbatim.reader.text.getByText('one country can make')).toBeInViewport()
    await verbatim.page.keyboard.press('Alt+ArrowLeft')
    await expect(verbatim.search.field).toHaveValue('“one country can make”')
    await verbatim.search.field.fill('“nowhere at all in here”')
    await expect(verbatim.page.getByText('Nothing for')).toBeVisible()
  })
})
