import { axeFaults } from './axe-faults.ts'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'
import { TabStrip } from './pages/tab-strip.ts'

test.use({ imported: [SAMPLE.wire, SAMPLE.observer] })

test('sources and briefs open in tabs, each with its own way back, and come back at the next start', async ({
  verbatim,
}) => {
  const { page, reader } = verbatim
  const strip = new TabStrip(page)
  const brief = new BriefPage(page)
  await expect(strip.tabs).toHaveCount(0)
  await brief.start('One')
  await brief.write('The first brief. ')
  await page.getByRole('button', { name: 'New brief' }).first().click()
  await expect(brief.title).toHaveValue('')
  await brief.title.fill('Two')
  await brief.write('The second one.')
  await expect(brief.foot).toContainText('Saved')
  await strip.row('One').click({ modifiers: ['Control'] })
  await expect(strip.tabs).toHaveCount(2)
  await expect(strip.current).toContainText('One')
  await brief.write('More of it.')
  await page.keyboard.press('Control+Tab')
  await expect(brief.draft).toHaveText('The second one.')
  // What was undone in a tab that went is still there to do again.
  await page.keyboard.press('Control+Shift+Tab')
  await expect(brief.draft).toHaveText('The first brief. More of it.')
  await page.keyboard.press('Control+z')
  await expect(brief.draft).not.toContainText('More of it.')
  await page.keyboard.press('Control+t')
  await expect(strip.tabs).toHaveCount(3)
  await expect(reader.title.or(page.getByRole('main').getByRole('heading')).first()).toBeVisible()
  await page.keyboard.press('Control+w')
  await expect(strip.tabs).toHaveCount(2)
  await page.keyboard.press('Control+Shift+t')
  await expect(strip.tabs).toHaveCount(3)
  expect(await axeFaults(page)).toEqual([])
  await verbatim.restart()
  const again = new TabStrip(verbatim.page)
  await expect(again.tabs).toHaveCount(3)
  await expect(again.tab('One')).toHaveCount(1)
  await again.tab('Two').click()
  await expect(new BriefPage(verbatim.page).draft).toHaveText('The second one.')
})

test('the strip is gone through by arrows, and what is open elsewhere is shown where it is', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const strip = new TabStrip(page)
  await strip.row('Velmora votes').click({ modifiers: ['Control'] })
  await expect(strip.tabs).toHaveCount(2)
  await strip.current.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(strip.current).toContainText('Read the treaty')
  await expect(strip.current).toBeFocused()
  await strip.row('Velmora votes').click()
  await expect(strip.tabs).toHaveCount(2)
  await expect(strip.current).toContainText('Velmora votes')
  await strip.current.focus()
  await page.keyboard.press('Delete')
  await expect(strip.tabs).toHaveCount(0)
})

test('a brief and a source stand side by side, and a passage is dragged from one into the other', async ({
  verbatim,
}) => {
  const { page, reader } = verbatim
  const strip = new TabStrip(page)
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('He said ')
  await expect(brief.foot).toContainText('Saved')
  await strip.widen()
  await page.keyboard.press('Control+Alt+b')
  await expect(strip.other).toContainText('He said')
  await strip.row('Velmora votes').click()
  await expect(reader.title).toContainText('Velmora votes')
  expect(await axeFaults(page)).toEqual([])
  await reader.select('We are asking', 'it signed')
  const from = await reader.pointAt('Velmora to read', 'start')
  const to = await brief.draft.boundingBox()
  if (to === null) throw new Error('The draft is nowhere.')
  await page.mouse.move(from.x + 4, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 14, { steps: 12 })
  await page.mouse.up()
  await expect(brief.quotes).toHaveCount(1)
  await expect(brief.draft).toContainText('He said “We are asking Velmora to read the treaty it signed”')
  // The panel is that of the sheet that is worked in.
  await brief.draft.click()
  await expect(page.getByRole('complementary')).toHaveAccessibleName('Citations')
  await expect(strip.other.getByRole('article')).toHaveAccessibleName('Source text')
  await page.keyboard.press('Control+Alt+b')
  await expect(strip.other).toHaveCount(0)
  await expect(brief.draft).toBeVisible()
})
