import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const PARAGRAPHS = 1500

/** Three hundred thousand characters, no two paragraphs alike. */
const LONG = `The long report\n\n${Array.from(
  { length: PARAGRAPHS },
  (_, at) =>
    `Paragraph ${String(at)} counts the boats of pier ${String(at % 97)}: ${'one boat after another came in, '.repeat(6)}and ${String(at * 7)} stayed.`,
).join('\n\n')}\n`

test('a long text is there at once, is laid out to its end, and can be marked there', async ({
  verbatim,
  folder,
}) => {
  const file = join(folder, 'long.txt')
  writeFileSync(file, LONG)
  await verbatim.imports.choose(file)
  await expect(verbatim.imports.row('long.txt')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.sources.open('The long report')
  await expect(verbatim.reader.text.getByText('Paragraph 0 counts')).toBeInViewport()
  await expect(verbatim.reader.text).not.toHaveClass(/long/)
  await verbatim.reader.clickIn('Paragraph 1490 counts')
  await expect(verbatim.reader.text.getByText('Paragraph 1490 counts')).toBeInViewport()
  await verbatim.page.keyboard.press('Control+End')
  await expect(verbatim.reader.text.getByText(`Paragraph ${String(PARAGRAPHS - 1)} counts`)).toBeInViewport()
  await verbatim.page.keyboard.press('Shift+Home')
  await verbatim.page.keyboard.press('1')
  await expect.poll(() => verbatim.reader.painted('yellow')).toBe(1)
})
