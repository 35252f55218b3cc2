import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { axeFaults } from './axe-faults.ts'
import { commandLine, expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { ExportDialog } from './pages/export-dialog.ts'

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
  const files = unzipSync(readFileSync(path))
  expect(Object.keys(files)).toContain('index.html')
  const evidence = JSON.parse(strFromU8(files['evidence.json'] ?? new Uint8Array())) as { summary: unknown }
  expect(evidence.summary).toMatchObject({
    quotations: 2,
    proven: 1,
    verdicts: { verbatim: 1, 'not-found': 1 },
  })
})

test('a package takes the originals along and is signed, with a key that is made here', async ({
  verbatim,
  folder,
}) => {
  const { page, places, app, reader } = verbatim
  importBrief(places.library, folder, '“is not a decision that one country can make alone”')
  const brief = new BriefPage(page)
  await brief.show()
  await expect(brief.foot).toContainText('1 quotation')
  await page.keyboard.press('Control+Shift+e')
  const dialog = new ExportDialog(page)
  await dialog.only('Evidence package')
  const originals = dialog.root.getByRole('checkbox', { name: /Include the originals/u })
  await expect(originals).toHaveAccessibleName(/about \d+ KB/u)
  await originals.check()
  await app.willChoose(SAMPLE.wire)
  await dialog.root.getByRole('button', { name: 'Sign with a key…' }).click()
  await expect(dialog.root.getByRole('alert')).toContainText('holds no private Ed25519 key')
  const key = join(folder, 'mine.key')
  await app.willSave(key)
  await dialog.root.getByRole('button', { name: 'Make a key…' }).press('Enter')
  const copy = dialog.root.getByRole('button', { name: 'Copy fingerprint' })
  await expect(copy).toBeFocused()
  await copy.press('Enter')
  await expect(dialog.root.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible()
  const fingerprint = commandLine(places.library, 'key', 'show', key).trim()
  await expect(dialog.root.locator('code')).toHaveText(fingerprint)
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(fingerprint)
  expect(await axeFaults(page)).toEqual([])
  const path = join(folder, 'signed.zip')
  await app.willSave(path)
  for (const message of ['Exported signed.zip', 'Exported signed.zip']) {
    if (await dialog.export.isVisible()) await dialog.export.press('Enter')
    else await page.keyboard.press('Control+Alt+Shift+E')
    await expect(reader.message).toContainText(message)
    await expect(dialog.root).toHaveCount(0)
    const files = unzipSync(readFileSync(path))
    expect(Object.keys(files).filter((each) => each.startsWith('originals/'))).toHaveLength(1)
    expect(JSON.parse(strFromU8(files['signature.json'] ?? new Uint8Array()))).toMatchObject({ fingerprint })
    rmSync(path)
    await page.getByRole('button', { name: 'Dismiss message' }).click()
  }
  // Nothing of it is remembered by the page.
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).not.toContain('mine.key')
  expect(kept).not.toContain(fingerprint)
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
