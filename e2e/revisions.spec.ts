import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { RevisionsDialog } from './pages/revisions-dialog.ts'

test.use({ imported: [SAMPLE.wire] })

test('a revision is compared with the brief, restored, and the restoring undone', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const revisions = new RevisionsDialog(page)
  await brief.start('Reactions')
  await brief.write('The old quay.')
  // Leaving the brief keeps a revision.
  await page.getByRole('button', { name: 'Sources' }).click()
  await brief.show()
  await expect(brief.draft).toContainText('The old quay.')
  await brief.write(' And the new one.')
  await revisions.open()
  await expect(revisions.differences.locator('ins')).toContainText('And the new one')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('End')
  await expect(revisions.rows.last()).toHaveAttribute('aria-selected', 'true')
  await revisions.restore.click()
  await expect(revisions.dialog).toHaveCount(0)
  await expect(brief.draft).toHaveText('The old quay.')
  await expect.poll(() => verbatim.storedBrief()).not.toContain('And the new one')
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(brief.draft).toHaveText('The old quay. And the new one.')
  await revisions.open()
  await expect(revisions.rows).toHaveCount(2)
})
