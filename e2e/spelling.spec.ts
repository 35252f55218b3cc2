import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('unknown words are underlined, put right by a key, and learnt', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const underlined = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('misspelt') ?? [])].map((range) => (range as Range).toString()),
    )
  const spellers = (): number =>
    page.workers().filter((worker) => worker.url().includes('spell-worker')).length
  await brief.start('Reactions')
  await brief.write('They recieved the letter from Zarvion today.')
  await expect.poll(underlined, { timeout: 30_000 }).toEqual(['recieved', 'Zarvion'])
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+.')
  const menu = page.getByRole('menu', { name: 'Spelling of recieved' })
  await expect(menu.getByRole('menuitem', { name: 'received' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await menu.getByRole('menuitem', { name: 'received' }).click()
  await expect(brief.draft).toContainText('They received the letter')
  await expect.poll(underlined).toEqual(['Zarvion'])
  await page.keyboard.press('Control+.')
  await page.getByRole('menuitem', { name: 'Add to dictionary' }).click()
  await expect.poll(underlined).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(brief.draft).toContainText('They recieved the letter')
  await expect.poll(underlined).toEqual(['recieved'])
  await page.getByText('They recieved').click({ button: 'right', position: { x: 60, y: 10 } })
  await expect(page.getByRole('menu', { name: 'Spelling of recieved' })).toBeVisible()
  await page.keyboard.press('Escape')
  // A view that comes back finds the dictionary read.
  await page.keyboard.press('Control+1')
  await expect(brief.draft).toBeHidden()
  expect(spellers()).toBe(1)
  await brief.show()
  await expect.poll(underlined).toEqual(['recieved'])
  expect(spellers()).toBe(1)
  await verbatim.restart()
  const again = new BriefPage(verbatim.page)
  await again.show()
  await expect
    .poll(
      () =>
        verbatim.page.evaluate(() =>
          [...(CSS.highlights.get('misspelt') ?? [])].map((range) => (range as Range).toString()),
        ),
      {
        timeout: 30_000,
      },
    )
    .toEqual(['recieved'])
})
