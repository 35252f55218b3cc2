import { AxeBuilder } from '@axe-core/playwright'
import { expect, SAMPLE, test } from './fixtures.ts'
import { BriefPage } from './pages/brief-page.ts'

test.use({ imported: [SAMPLE.wire] })

test('what a brief lacks is listed under its check, leads to its place, and can be switched off', async ({
  verbatim,
}) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write(
    'The council of Calder decided on 3 March to close the old weir below the mill for good. ',
  )
  await page.keyboard.press('Enter')
  await page.keyboard.type('As they say [@nobody].')
  await brief.panel.getByRole('tab', { name: 'Check' }).click()
  const lint = brief.panel.getByRole('region', { name: 'The brief' })
  const claim = lint.getByRole('button', { name: /Claim without a citation/ })
  await expect(claim).toContainText('The council of Calder decided on 3 March')
  await claim.click()
  await expect(brief.draft).toBeFocused()
  await lint.getByRole('button', { name: 'Rules…' }).click()
  const dialog = page.getByRole('dialog', { name: 'What a brief is looked over for' })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Claim without a citation' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(claim).toBeHidden()
})
