import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { DraftTools } from './pages/draft-tools.ts'

/** The one brief of a library, as Verbatim Markdown, once all is saved. */
async function markdownOf(brief: BriefPage, library: string, folder: string): Promise<string> {
  await expect(brief.foot).toContainText('Saved')
  const [{ id }] = JSON.parse(commandLine(library, '--json', 'brief', 'list')) as [{ id: string }]
  const out = join(folder, 'out.md')
  commandLine(library, 'brief', 'export', id, '--to', 'verbatim', '--out', out, '--force')
  return readFileSync(out, 'utf8').replace(/^---\n[\s\S]*?---\n\n?/u, '')
}

test('lists, code, quotation and table are written by menu and key, and stored', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const tools = new DraftTools(page)
  await brief.start('Blocks')
  await brief.write('Heading')
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.press('Enter')
  await tools.style('Task list')
  await page.keyboard.type('First')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Quoted')
  await page.keyboard.press('Control+Shift+>')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await tools.insert('Code block')
  await page.keyboard.type('if (a)')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('b')
  await tools.insert('Language of the code…')
  await tools.field('Language', 'ts')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await tools.insert('Table…')
  await tools.field('Rows', '2')
  await tools.field('Columns', '2')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a')
  await page.keyboard.press('Tab')
  await page.keyboard.type('b')
  await page.keyboard.press('Tab')
  await page.keyboard.type('c')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('d')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('After')
  expect(await markdownOf(brief, verbatim.places.library, folder)).toBe(
    '## Heading\n\n- [x] First\n  - [ ] Second\n\n> Quoted\n\n```ts\nif (a)\n  b\n```\n\n' +
      '| a | b |\n| - | - |\n| c |   |\n| d |   |\n\nAfter\n',
  )
})

test('a task is ticked by a click on its box', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const tools = new DraftTools(page)
  await brief.start('Tasks')
  await brief.write('Call her')
  await tools.style('Task list')
  const task = brief.draft.getByRole('checkbox', { name: 'Call her' })
  await expect(task).not.toBeChecked()
  await task.click({ position: { x: 8, y: 14 } })
  await expect(task).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(task).not.toBeChecked()
})

test('a footnote is written, left, reached again, and deleted with its reference', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Notes')
  await brief.write('Said')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('By whom')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type(' and done.')
  expect(await markdownOf(brief, verbatim.places.library, folder)).toBe(
    'Said[^1] and done.\n\n[^1]: By whom\n',
  )
  await brief.draft.locator('.footnote-reference').click()
  await page.keyboard.type('?')
  await expect(brief.draft.locator('.footnote')).toHaveText('By whom?')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.press('Backspace')
  await expect(brief.draft.locator('.footnote')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(brief.draft.locator('.footnote')).toHaveText('By whom?')
})

test('selected words are linked by a form in place, and only to safe addresses', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const tools = new DraftTools(page)
  await brief.start('Links')
  await brief.write('See here')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+k')
  await tools.field('Address', 'javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(tools.form.getByRole('alert')).toContainText('no web or mail address')
  expect(await axeFaults(page)).toEqual([])
  await tools.field('Address', 'example.org')
  await page.keyboard.press('Enter')
  await expect(tools.form).toHaveCount(0)
  expect(await markdownOf(brief, verbatim.places.library, folder)).toBe('See [here](https://example.org/)\n')
  await page.keyboard.press('Control+Shift+k')
  await tools.form.getByRole('button', { name: 'Remove link' }).click()
  await expect(brief.draft.getByRole('link')).toHaveCount(0)
})
