import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { FindBar } from './pages/find-bar.ts'

const QUOTED = 'We will not close the river'

test.use({ imported: [SAMPLE.wire] })

/** A brief that names the river twice itself and once in a quote. */
async function openBrief(verbatim: Verbatim, folder: string): Promise<BriefPage> {
  const { library } = verbatim.places
  const made = commandLine(library, '--json', 'annotate', 'velmorandvotes', '--quote', QUOTED)
  const { id } = JSON.parse(made) as { id: string }
  const file = join(folder, 'brief.md')
  writeFileSync(
    file,
    `---\ntitle: River\nlang: en\n---\n\nThe river. He said :quote[${QUOTED}]{#${id}}.\n\nRiver it is.\n`,
  )
  commandLine(library, 'brief', 'import', file)
  const brief = new BriefPage(verbatim.page)
  await brief.show()
  await expect(brief.draft).toContainText('River it is.')
  return brief
}

test('words are found, gone through and replaced as one step, and none inside a quote', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = await openBrief(verbatim, folder)
  const find = new FindBar(page)
  await find.find('RIVER')
  await expect(find.count).toHaveText('1 of 3')
  await expect.poll(() => find.here()).toBe('river')
  await page.keyboard.press('F3')
  await expect(find.count).toHaveText('2 of 3')
  await expect.poll(() => find.here()).toBe('river')
  await page.keyboard.press('Control+h')
  await find.put.fill('lake')
  expect(await axeFaults(page)).toEqual([])
  await find.press('Replace all')
  await expect(find.bar).toContainText('2 places replaced. 1 is inside a quote and was left.')
  await expect(find.bar.getByRole('button', { name: 'Replace all' })).toBeFocused()
  await expect(brief.draft).toContainText('The lake. He said')
  await expect(brief.draft).toContainText(QUOTED)
  await expect(brief.draft).toContainText('lake it is.')
  await page.keyboard.press('Escape')
  await expect(find.bar).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(brief.draft).toContainText('The river. He said')
  await expect(brief.draft).toContainText('River it is.')
})

test('one after another is replaced, and a regular expression names what it found', async ({
  verbatim,
  folder,
}) => {
  const brief = await openBrief(verbatim, folder)
  const find = new FindBar(verbatim.page)
  await find.find('river')
  await find.press('Replace…')
  await find.put.fill('stream')
  await find.press('Replace')
  await expect(brief.draft).toContainText('The stream. He said')
  await expect(find.count).toHaveText('1 of 2')
  await find.press('Regular expression')
  await find.field.fill('^(\\w+) (it)')
  await expect(find.count).toHaveText('1 of 1')
  await find.put.fill('$2 $1')
  await find.press('Replace all')
  await expect(brief.draft).toContainText('it River is.')
})

test('a bad and an endless regular expression are told, and the window goes on', async ({
  verbatim,
  folder,
}) => {
  const brief = await openBrief(verbatim, folder)
  const find = new FindBar(verbatim.page)
  await brief.write(` ${'a'.repeat(60)}!`)
  await find.find('(')
  await find.press('Regular expression')
  await expect(find.bar.getByRole('alert')).toContainText('not a regular expression')
  await find.field.fill('(a+)+$')
  await expect(find.bar.getByRole('alert')).toContainText('takes too long')
  await find.field.fill('a!$')
  await expect(find.count).toHaveText('1 of 1')
})
