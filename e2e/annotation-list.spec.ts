import type { Annotation } from '../src/shared/contract/annotations.ts'
import type { Source } from '../src/shared/contract/sources.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'

const stored = ({ places }: Verbatim): readonly Annotation[] =>
  JSON.parse(commandLine(places.library, '--json', 'annotations')) as Annotation[]

const keyOf = ({ places }: Verbatim, title: string): string => {
  const sources = JSON.parse(commandLine(places.library, '--json', 'sources')) as Source[]
  return sources.find((source) => source.title.includes(title))?.citekey ?? ''
}

test.use({ imported: [SAMPLE.observer] })

test.beforeEach(async ({ verbatim }) => {
  const { library } = verbatim.places
  const key = keyOf(verbatim, 'Read the treaty')
  const marked: readonly (readonly [string, ...string[]])[] = [
    [
      'A fair release this summer',
      '--colour',
      'green',
      '--tag',
      'lake',
      '--comment',
      'Ask **her** about <b>it</b>',
    ],
    ['We are not threatening anyone', '--colour', 'blue', '--speaker', 'Dana Okvey', '--stance', 'against'],
    ['a bad neighbour’s law', '--tag', 'law', '--speaker', 'Emil Hask'],
  ]
  for (const [quote, ...facts] of marked) commandLine(library, 'annotate', key, '--quote', quote, ...facts)
  await verbatim.sources.open('Read the treaty')
  await expect(verbatim.reader.cards).toHaveCount(3)
})

test('is filtered by words, colour, tag and speaker, and sorted', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await page.getByRole('button', { name: 'Filter and sort' }).click()
  await page.getByLabel('Words in passage').fill('neighbours law hask')
  await expect(page.getByText('No highlight is like that')).toBeVisible()
  await page.getByLabel('Words in passage').fill('hask LAW')
  await expect(reader.cards).toHaveCount(1)
  await page.getByLabel('Words in passage').fill('')
  await page.getByLabel('Colour', { exact: true }).selectOption('Blue')
  await expect(reader.cards).toContainText(['We are not threatening anyone'])
  await page.getByLabel('Colour', { exact: true }).selectOption('Any colour')
  await page.getByLabel('Tag', { exact: true }).selectOption('law')
  await expect(reader.cards).toContainText(['a bad neighbour’s law'])
  await page.getByLabel('Tag', { exact: true }).selectOption('Any tag')
  await page.getByLabel('Order').selectOption('Newest first')
  await expect(reader.cards.first()).toContainText('a bad neighbour’s law')
})

test('shows comments as their Markdown means them, and tags of HTML as typed', async ({ verbatim }) => {
  const { reader } = verbatim
  const comment = reader.cards.filter({ hasText: 'A fair release' }).locator('.cm')
  await expect(comment.locator('strong')).toHaveText('her')
  await expect(comment).toContainText('<b>it</b>')
})

test('is gone through by J and K, and those picked become one', async ({ verbatim }) => {
  const { page, reader } = verbatim
  const words = (at: number) => reader.cards.nth(at).getByTitle('Show in the text')
  await words(0).focus()
  await page.keyboard.press('j')
  await expect(words(1)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(words(1)).toBeFocused()
  await reader.cards.nth(0).getByRole('checkbox').check()
  await reader.cards.nth(2).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Merge' }).click()
  await expect(reader.cards).toHaveCount(2)
  expect(stored(verbatim).find(({ segments }) => segments.length === 2)).toMatchObject({
    attribution: { speaker: null },
    comment: 'Speakers: Dana Okvey; Emil Hask',
  })
  await page.keyboard.press('Control+z')
  await expect(reader.cards).toHaveCount(3)
})

test('takes stance, topic, day and place, and says what is no day', async ({ verbatim }) => {
  const { page, reader } = verbatim
  await reader.clickIn('We are not threatening')
  await page.keyboard.press('s')
  await reader.popover.getByLabel('Topic').fill('The dam')
  await reader.popover.getByLabel('Said on').fill('soon')
  await page.keyboard.press('Enter')
  await expect(reader.popover.getByRole('alert')).toContainText('“soon” is no date')
  await reader.popover.getByLabel('Said on').fill('2026-03-14')
  await reader.popover.getByLabel('Said in').fill('Tarrin')
  await page.keyboard.press('Enter')
  await expect(reader.cards.filter({ hasText: 'threatening' })).toContainText(
    'against · The dam · 2026-03-14 · Tarrin',
  )
})
