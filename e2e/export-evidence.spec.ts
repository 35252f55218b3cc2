import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

function importBrief(library: string, folder: string, words: string): void {
  const file = join(folder, 'brief.md')
  writeFileSync(file, `---\ntitle: On the lake\nlang: en\n---\n\n${words}\n`)
  commandLine(library, 'brief', 'import', file)
}

test('a brief goes out as an evidence package', async ({ verbatim, folder }) => {
  const { page, places } = verbatim
  importBrief(
    places.library,
    folder,
    '“is not a decision that one country can make alone” and “It never was said so.”',
  )
  const brief = new BriefPage(page)
  await brief.show()
  await expect(brief.foot).toContainText('2 quotations')
  const path = join(folder, 'lake.zip')
  await verbatim.app.willSave(path)
  await page.keyboard.press('Control+Shift+e')
  const dialog = page.getByRole('dialog')
  const line = dialog.getByRole('checkbox', { name: /^Evidence package/u })
  await dialog.getByRole('checkbox', { name: /^PDF/u }).uncheck()
  await line.check()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Export…' }).press('Enter')
  await expect(verbatim.reader.message).toContainText('Exported lake.zip')
  await expect(dialog).toHaveCount(0)
  const zip = await JSZip.loadAsync(readFileSync(path))
  expect(Object.keys(zip.files)).toContain('index.html')
  const evidence = JSON.parse((await zip.file('evidence.json')?.async('string')) ?? '') as {
    summary: unknown
  }
  expect(evidence.summary).toMatchObject({
    quotations: 2,
    proven: 1,
    verdicts: { verbatim: 1, 'not-found': 1 },
  })
})

test('a brief without quotations says why it has no evidence to give', async ({ verbatim, folder }) => {
  const { page, places } = verbatim
  importBrief(places.library, folder, 'Nobody is quoted here.')
  const brief = new BriefPage(page)
  await brief.show()
  await expect(brief.draft).toContainText('Nobody is quoted')
  await page.keyboard.press('Control+Shift+e')
  const line = page.getByRole('dialog').getByRole('checkbox', { name: /^Evidence package/u })
  await expect(line).toBeDisabled()
  await expect(line).toHaveAccessibleName(/there is nothing to prove/u)
  expect(existsSync(join(folder, 'lake.zip'))).toBe(false)
})
