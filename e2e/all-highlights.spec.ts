import type { Source } from '../src/shared/contract/sources.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'

test.use({ imported: [SAMPLE.observer, SAMPLE.courier] })

const sourcesOf = ({ places }: Verbatim): readonly Source[] =>
  JSON.parse(commandLine(places.library, '--json', 'sources')) as Source[]

test('highlights of all sources stand in one list, which leads to each passage', async ({ verbatim }) => {
  const { page, reader } = verbatim
  const [one, other] = sourcesOf(verbatim)
  for (const source of [one, other])
    commandLine(verbatim.places.library, 'annotate', source?.citekey ?? '', '--start', '0', '--end', '40')
  await page.keyboard.press('Control+3')
  const list = page.getByRole('list', { name: 'Highlights' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText(one?.title ?? '')
  await expect(list).toContainText(other?.title ?? '')
  await list.getByTitle('Show in the text').first().focus()
  await page.keyboard.press('j')
  await expect(list.getByTitle('Show in the text').nth(1)).toBeFocused()
  await page.keyboard.press('3')
  await expect(list.locator('.an.green')).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByTitle('Show in the text').first().click()
  await expect(reader.text).toBeVisible()
  await expect(reader.text).toBeFocused()
})
