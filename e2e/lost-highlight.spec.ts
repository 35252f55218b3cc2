import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '../src/shared/contract/annotations.ts'
import type { Source } from '../src/shared/contract/sources.ts'
import { commandLine, expect, test, type Verbatim } from './fixtures.ts'

const stored = ({ places }: Verbatim): readonly Annotation[] =>
  JSON.parse(commandLine(places.library, '--json', 'annotations')) as Annotation[]

const keyOf = ({ places }: Verbatim, title: string): string => {
  const sources = JSON.parse(commandLine(places.library, '--json', 'sources')) as Source[]
  return sources.find((source) => source.title.includes(title))?.citekey ?? ''
}

const OLD =
  'The port of Lessing\n\nMarrow spoke in the hall.\n\nThe board will meet in May to set the tariff for the ferry, its chair said.\n'
const NEW = OLD.replace(
  'The board will meet in May to set the tariff for the ferry, its chair said.',
  'In another place it says: the board met once more in June and set a tariff for ferries; no chair spoke.',
)

test.beforeEach(async ({ verbatim, folder }) => {
  const { library } = verbatim.places
  const file = join(folder, 'port.txt')
  writeFileSync(file, OLD)
  commandLine(library, 'import', file)
  const key = keyOf(verbatim, 'port of Lessing')
  commandLine(library, 'annotate', key, '--quote', 'Marrow spoke')
  commandLine(library, 'annotate', key, '--quote', 'set the tariff for the ferry')
  writeFileSync(file, NEW)
  commandLine(library, 'import', file)
  await verbatim.sources.open('port of Lessing')
  await expect(verbatim.reader.cards).toHaveCount(2)
  await expect(verbatim.reader.cards.first()).toContainText('The passage is gone')
  await verbatim.reader.cards.first().getByRole('button', { name: 'Find its place…' }).click()
})

test('is put on one of the places that are offered', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await page.getByRole('list', { name: 'Where it may belong' }).getByRole('button').first().click()
  await expect(reader.cards.last()).toContainText('The words changed')
  expect(stored(verbatim).at(-1)).toMatchObject({ status: 'moved', version: 2 })
})

test('is put on words that are selected, by a key', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await reader.clickIn('June')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect(reader.popover.getByRole('button', { name: 'Put the lost highlight here' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(reader.cards.last()).toContainText('The words changed')
  expect(stored(verbatim).at(-1)).toMatchObject({ status: 'moved', exact: 'une' })
})
