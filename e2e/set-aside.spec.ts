import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('words that are no quotation are set aside once, and so wherever the brief has them', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  const message = page.getByRole('region', { name: 'Messages' })
  await brief.start('Reactions')
  await brief.write('Talk of a “great old water war” came up. ')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The “great old water war” again. ')
  await expect(brief.foot).toContainText('2 need a look')
  await page.keyboard.press('F8')
  await page.keyboard.press('F6')
  await brief
    .card(1)
    .getByRole('button', { name: /Not a quotation/ })
    .click()
  await expect(brief.foot).toContainText('1 needs a look')
  await message.getByRole('button', { name: 'Always in this brief' }).click()
  await expect(brief.foot).not.toContainText('need')
  await brief.write('Once more: that “great old water war”. ')
  await brief.panel.getByRole('tab', { name: 'Citations' }).click()
  await expect(brief.card(3)).toContainText('Not a quotation')
  await expect(brief.foot).not.toContainText('need')

  // Taken back as one step, and done again.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(brief.foot).toContainText('1 needs a look')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+y')
  await expect(brief.foot).not.toContainText('need')

  // Other words are judged, and it is kept with the brief.
  await brief.write('A “great old water fight” too.')
  await expect(brief.foot).toContainText('1 needs a look')
  await expect(brief.foot).toContainText('Saved')
  await verbatim.restart()
  const again = new BriefPage(verbatim.page)
  await again.show()
  await expect(again.foot).toContainText('1 needs a look')
  await again
    .card(2)
    .getByRole('button', { name: /great old water war/ })
    .click()
  await expect(again.card(2)).toContainText('Set aside wherever this brief has these words')
  const { violations } = await new AxeBuilder({ page: verbatim.page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await again.card(2).getByRole('button', { name: 'It is a quotation' }).click()
  await expect(again.foot).toContainText('3 need a look')
})
