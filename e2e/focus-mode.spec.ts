import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('focus mode dims all but the paragraph that is written in, whose line stays where it is', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.draft.click()
  await page.keyboard.press('Control+Shift+d')
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.type(`Line ${String(line)}`)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('The last one')
  const here = brief.draft.locator('.written-here')
  await expect(here).toHaveText('The last one')
  const height = async (): Promise<number> => Math.round((await here.boundingBox())?.y ?? 0)
  const before = await height()
  await page.keyboard.press('Enter')
  await page.keyboard.type('And another')
  await expect(here).toHaveText('And another')
  await expect.poll(height).toBe(before)
  expect(await axeFaults(page)).toEqual([])
  await verbatim.app.chooseInMenu('Focus mode')
  await expect(here).toHaveCount(0)
})
