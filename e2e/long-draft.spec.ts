import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { commandLine, expect, test, type Verbatim } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

/** So many that the sheet lays them out in groups, the second of which begins after this many. */
const PARAGRAPHS = 200
const FIRST_GROUP = 32

async function openLongBrief(verbatim: Verbatim, folder: string): Promise<BriefPage> {
  const file = join(folder, 'long.md')
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => `Paragraph ${String(at + 1)} is short.`)
  writeFileSync(file, `---\ntitle: Long\nlang: en\n---\n\n${paragraphs.join('\n\n')}\n`)
  commandLine(verbatim.places.library, 'brief', 'import', file)
  const brief = new BriefPage(verbatim.page)
  await brief.show()
  await expect(brief.draft).toContainText('Paragraph 200 is short.')
  return brief
}

/** The words of the block that the caret is in, and how far in it stands. */
const caret = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? {}
    const block = focusNode instanceof Element ? focusNode : focusNode?.parentElement
    return { words: block?.closest('.draft > *')?.textContent ?? null, offset: focusOffset }
  })

/** Blocks that stand above the one before them, or nowhere. */
const misplaced = (page: Page) =>
  page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll('.draft > *'), (block) =>
      block.getBoundingClientRect(),
    )
    return boxes.filter(({ top, height }, at) => height === 0 || top < (boxes[at - 1]?.bottom ?? -Infinity))
      .length
  })

async function caretAtEndOf(page: Page, brief: BriefPage, number: number): Promise<void> {
  await brief.draft.getByText(`Paragraph ${String(number)} is short.`, { exact: true }).click()
  await page.keyboard.press('End')
}

test('in a long draft the caret goes from block to block as in any other', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const brief = await openLongBrief(verbatim, folder)
  const last = `Paragraph ${String(FIRST_GROUP)} is short.`
  const next = `Paragraph ${String(FIRST_GROUP + 1)} is short.`
  await caretAtEndOf(page, brief, FIRST_GROUP)
  await page.keyboard.press('ArrowDown')
  expect((await caret(page)).words).toBe(next)
  await page.keyboard.press('ArrowUp')
  expect((await caret(page)).words).toBe(last)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await caret(page)).toEqual({ words: next, offset: 0 })
  await page.keyboard.press('Shift+ArrowUp')
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(last)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await expect(brief.draft).toContainText(last + next)
  await page.keyboard.press('Control+z')
  expect(await misplaced(page)).toBe(0)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' The end.')
  await expect(brief.draft).toContainText('Paragraph 200 is short. The end.')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Start. ')
  await expect(brief.draft).toContainText('Start. Paragraph 1 is short.')
})

test('in a long draft what is put in has its place at once, and words are selected across groups', async ({
  verbatim,
  folder,
}) => {
  const { page } = verbatim
  const brief = await openLongBrief(verbatim, folder)
  await caretAtEndOf(page, brief, FIRST_GROUP)
  for (let at = 0; at < 80; at += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(String(at))
  }
  await expect(page.locator('.draft > p')).toHaveCount(PARAGRAPHS + 80)
  await expect(page.locator('.draft > p').nth(FIRST_GROUP + 79)).toBeInViewport()
  expect(await misplaced(page)).toBe(0)
  const blocks = page.locator('.draft > p')
  await blocks.nth(FIRST_GROUP).evaluate((block) => block.scrollIntoView({ block: 'center' }))
  const [start, end] = [
    await blocks.nth(FIRST_GROUP - 2).boundingBox(),
    await blocks.nth(FIRST_GROUP + 1).boundingBox(),
  ]
  if (start === null || end === null) throw new Error('They are not in sight.')
  await page.mouse.move(start.x + 1, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + 1, end.y + end.height / 2, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Delete')
  await expect(page.locator('.draft > p')).toHaveCount(PARAGRAPHS + 80 - 3)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.locator('.draft > p')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.draft > p')).toHaveCount(PARAGRAPHS + 80)
  expect(await misplaced(page)).toBe(0)
  await expect(brief.foot).toContainText('Saved')
})

test('in a long draft a block moves past the end of a group and back', async ({ verbatim, folder }) => {
  const { page } = verbatim
  const brief = await openLongBrief(verbatim, folder)
  await caretAtEndOf(page, brief, FIRST_GROUP)
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(page.locator('.draft > p').nth(FIRST_GROUP + 1)).toHaveText(
    `Paragraph ${String(FIRST_GROUP)} is short.`,
  )
  expect(await misplaced(page)).toBe(0)
  await page.keyboard.press('Control+z')
  expect(await misplaced(page)).toBe(0)
})
