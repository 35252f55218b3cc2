import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, test } from './fixtures.ts'

const TEXT = 'The port\n\nMarrow said the port is open to all who pay, and Oakes said it is not.\n'

test('a note beside the text that stands for several highlights leads to each of them', async ({
  verbatim,
  folder,
}) => {
  const { page, reader } = verbatim
  const file = join(folder, 'port.txt')
  writeFileSync(file, TEXT)
  const run = (...words: readonly string[]) => commandLine(verbatim.places.library, '--json', ...words)
  const { source } = JSON.parse(run('import', file)) as { source: { citekey: string } }
  const highlight = (quote: string, speaker: string): string => {
    const made = run('annotate', source.citekey, '--quote', quote, '--speaker', speaker)
    return (JSON.parse(made) as { id: string }).id
  }
  const first = highlight('open to all', 'Marrow')
  const second = highlight('it is not', 'Oakes')
  await verbatim.sources.open('The port')
  await expect(reader.cards).toHaveCount(2)

  const note = page.getByRole('button', { name: '2 highlights' })
  await note.click()
  await page.getByRole('menuitem', { name: 'Oakes: it is not' }).click()
  await expect(page.locator(`#card-${second}`)).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('[data-highlight]')).toContainText('Oakes')
  await note.click()
  await page.keyboard.press('Enter')
  await expect(page.locator(`#card-${first}`)).toHaveAttribute('aria-current', 'true')
  await note.click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu', { name: '2 highlights' })).toBeHidden()

  const mark = reader.text.locator('[role=mark]').filter({ hasText: 'Oakes' })
  await expect(mark).toHaveAttribute('aria-details', `card-${second}`)
  await expect(page.locator(`#card-${second}`)).toContainText('it is not')
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(mark).not.toHaveAttribute('aria-details')
  await page.getByRole('tab', { name: 'Annotations' }).click()
  await expect(mark).toHaveAttribute('aria-details', `card-${second}`)
})
