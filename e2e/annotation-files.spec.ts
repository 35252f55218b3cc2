import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.observer] })

test('highlights go to a file and come back, each with its own word', async ({ verbatim, folder }) => {
  const { app, page, reader, places } = verbatim
  await verbatim.sources.open('Read the treaty')
  await reader.highlightQuotation('not a decision', '2')
  await expect(reader.cards).toHaveCount(1)
  const menu = page.getByRole('button', { name: 'Export and import' })
  for (const [entry, file, holds] of [
    ['Markdown…', 'out.md', '> “is not a decision'],
    ['Table (CSV)…', 'out.csv', 'citekey'],
    ['Web Annotations (JSON-LD)…', 'out.jsonld', 'TextQuoteSelector'],
  ] as const) {
    await app.willSave(join(folder, file))
    await menu.click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(reader.message).toContainText(`Exported ${file}.`)
    expect(readFileSync(join(folder, file), 'utf8')).toContain(holds)
  }
  const stored = JSON.parse(commandLine(places.library, '--json', 'annotations')) as { source: string }[]
  const more = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: {
      source: stored[0]?.source,
      selector: { type: 'TextQuoteSelector', exact: 'We are asking Velmora to read the treaty it signed.' },
    },
  }
  const absent = {
    ...more,
    target: { ...more.target, selector: { type: 'TextQuoteSelector', exact: 'Nobody said any of this.' } },
  }
  const { items } = JSON.parse(readFileSync(join(folder, 'out.jsonld'), 'utf8')) as { items: unknown[] }
  writeFileSync(join(folder, 'in.jsonld'), JSON.stringify([...items, more, absent]))
  await app.willChoose(join(folder, 'in.jsonld'))
  await menu.click()
  await page.getByRole('menuitem', { name: 'Web Annotations or Hypothesis…' }).click()
  const report = page.getByRole('dialog', { name: 'Highlights of in.jsonld' })
  await expect(report).toContainText('Imported 1 of 3 highlights.')
  await expect(report.getByRole('listitem')).toContainText(['Failed', 'Duplicate', 'Imported'])
  await expect(report.getByRole('listitem').first()).toContainText('are not in the text')
  await page.keyboard.press('Escape')
  await expect(reader.cards).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(reader.cards).toHaveCount(1)
})
