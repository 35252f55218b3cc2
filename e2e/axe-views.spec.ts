import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { TrashPage } from './pages/trash-page.ts'

const OLD =
  'The port of Lessing\n\nMarrow said the port is open to all who pay. Nobody answered her in the long hall.\n\nThe board will meet in May, its chair said.\n'

/** Two highlights on one line, in a source that a brief cites only. */
function prepare({ places: { library } }: Verbatim, folder: string): string {
  const file = join(folder, 'port.txt')
  writeFileSync(file, OLD)
  const run = (...words: readonly string[]): unknown =>
    JSON.parse(commandLine(library, '--json', ...words)) as unknown
  const { source } = run('import', file) as { source: { citekey: string } }
  run('annotate', source.citekey, '--quote', 'open to all who pay', '--speaker', 'Marrow')
  run('annotate', source.citekey, '--quote', 'Marrow said', '--comment', 'Who?', '--colour', 'blue')
  const draft = join(folder, 'brief.md')
  writeFileSync(draft, `# In passing\n\nAs was said [@${source.citekey}].\n`)
  run('brief', 'import', draft)
  return file
}

test.use({ imported: [SAMPLE.courier] })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the reader’s tools and the notes beside the text are without fault in ${colorScheme} colours`, async ({
    verbatim,
    folder,
  }) => {
    await verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { page, reader, sources } = verbatim
    prepare(verbatim, folder)
    await sources.open('port of Lessing')
    await expect(reader.cards).toHaveCount(2)
    await reader.find.open('the')
    await expect(reader.find.count).toContainText('of')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('F9')
    await expect(reader.outline).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Text size, width and colours' }).press('Enter')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '2 highlights' }).click()
    await expect(page.getByRole('menuitem')).toHaveCount(2)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Used in' }).click()
    await expect(page.getByText('In passing')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await sources.open('Velmora limits')
    await reader.show('Original')
    await expect(reader.look.locator('body')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  })

  test(`all highlights and an older version are without fault in ${colorScheme} colours`, async ({
    verbatim,
    folder,
  }) => {
    await verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { page, sources } = verbatim
    const file = prepare(verbatim, folder)
    writeFileSync(file, OLD.replace('in May', 'in June').replace('open to all', 'closed to all'))
    commandLine(verbatim.places.library, 'import', file)
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('list', { name: 'Highlights' }).locator('.say')).toHaveCount(2)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+1')
    await sources.open('port of Lessing')
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByRole('button', { name: /^Read version 1/ }).click()
    await expect(page.getByRole('article', { name: 'Text of version 1' })).toContainText('open to all')
    expect(await axeFaults(page)).toEqual([])
  })

  test(`what asks before things go, and the trash, are without fault in ${colorScheme} colours`, async ({
    verbatim,
    folder,
  }) => {
    await verbatim.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { page, sources } = verbatim
    prepare(verbatim, folder)
    const trash = new TrashPage(page)
    await sources.open('port of Lessing')
    await sources.list.press('Delete')
    await expect(trash.impact).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await trash.impact.getByRole('button', { name: 'Move to Trash anyway' }).click()
    await trash.entry.click()
    await trash.empty.click()
    await expect(trash.emptying).toContainText('In passing')
    expect(await axeFaults(page)).toEqual([])
    await trash.emptying.getByRole('button', { name: 'Empty all of it anyway' }).click()
    await expect(page.getByText('The Trash is empty.')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  })
}
