import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, test } from './fixtures.ts'

const OLD =
  'The port of Lessing\n\nMarrow spoke in the hall.\n\nThe board will meet in May to set the tariff for the ferry, its chair said.\n'
const NEW = OLD.replace('its chair said', 'nobody said').replace(
  'The board will meet in May to set the tariff for the ferry',
  'In another place it says: the board met once more in June and set a tariff for ferries',
)

/** A source with a highlight that a brief quotes, one with a comment, and one whose words are gone. */
function prepare(library: string, folder: string): void {
  const file = join(folder, 'port.txt')
  writeFileSync(file, OLD)
  commandLine(library, 'import', file)
  const [source] = JSON.parse(commandLine(library, '--json', 'sources')) as { citekey: string }[]
  const annotate = (quote: string, ...facts: readonly string[]): string => {
    const words = ['--json', 'annotate', source?.citekey ?? '', '--quote', quote, ...facts]
    return (JSON.parse(commandLine(library, ...words)) as { id: string }).id
  }
  const quoted = annotate('Marrow spoke', '--speaker', 'Marrow', '--stance', 'for', '--topic', 'Access')
  annotate('in the hall', '--comment', '# Ask\n\n- [her](https://port.example/)\n- `x`', '--colour', 'violet')
  annotate('set the tariff for the ferry', '--tag', 'fees')
  writeFileSync(file, NEW)
  commandLine(library, 'import', file)
  const brief = join(folder, 'brief.md')
  writeFileSync(brief, `# Brief\n\nShe :quote[Marrow spoke]{#${quoted}}.\n`)
  commandLine(library, 'brief', 'import', brief)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`highlights, their list and their files are without fault in ${colorScheme} colours`, async ({
    verbatim,
    folder,
  }) => {
    const { app, page, reader } = verbatim
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    prepare(verbatim.places.library, folder)
    await verbatim.sources.open('port of Lessing')
    await expect(reader.cards).toHaveCount(3)
    await page.getByRole('button', { name: 'Filter and sort' }).click()
    await reader.cards.first().getByRole('button', { name: 'Find its place…' }).click()
    await expect(page.getByRole('list', { name: 'Where it may belong' })).toBeVisible()
    await reader.cards.first().getByRole('checkbox').check()
    await expect(reader.cards.filter({ hasText: 'her' }).locator('.cm a')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await reader.text.focus()
    await page.keyboard.press('j')
    await expect(page.locator('[data-highlight]')).toHaveText(
      'highlight, yellow, claim, Marrow, 1 of 2: Marrow spoke',
    )
    await page.keyboard.press('s')
    await expect(reader.popover.getByLabel('Said in')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('dialog', { name: '1 brief quotes this highlight' })).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export and import' }).click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    const file = join(folder, 'in.jsonld')
    writeFileSync(
      file,
      JSON.stringify([{ type: 'Annotation', id: 'urn:x', target: 'https://none.example/' }]),
    )
    await app.willChoose(file)
    await page.getByRole('menuitem', { name: 'Web Annotations or Hypothesis…' }).click()
    await expect(page.getByRole('dialog', { name: 'Highlights of in.jsonld' })).toContainText('Failed')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('list', { name: 'Highlights' }).locator('.say')).toHaveCount(3)
    expect(await axeFaults(page)).toEqual([])
  })
}
