import { BriefPage } from './pages/brief-page.ts'
import { expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.wire] })

test('a passage is quoted, altered words are caught, mended and taken back', async ({ verbatim }) => {
  const { page } = verbatim
  const brief = new BriefPage(page)
  await brief.start('Reactions')
  await brief.write('The board said ')
  await page.screenshot({ path: '/tmp/ed/1.png' })
})
