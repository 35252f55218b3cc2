import { kill } from 'node:process'
import { expect, SAMPLE, test } from './fixtures.ts'

test.describe('a core that dies', () => {
  test.use({ imported: [SAMPLE.observer] })

  test('is started again, and the window goes on', async ({ verbatim }) => {
    const { reader } = verbatim
    await reader.highlightQuotation('not a decision', '1')
    await expect(reader.cards).toHaveCount(1)
    const core = await verbatim.app.processId('Verbatim core')
    if (core === null) throw new Error('No core is running.')
    kill(core, 'SIGKILL')
    await expect.poll(() => verbatim.app.processId('Verbatim core')).not.toBe(core)
    await expect(reader.title).toContainText('Read the treaty')
    await expect(reader.cards).toHaveCount(1)
    await reader.highlightQuotation('We are asking', '4')
    await expect(reader.cards).toHaveCount(2)
    await verbatim.imports.choose(SAMPLE.wire)
    await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  })

  test('fails what was asked of it in one sentence, and other files are imported', async ({ verbatim }) => {
    const core = await verbatim.app.processId('Verbatim core')
    if (core === null) throw new Error('No core is running.')
    await expect(verbatim.sources.rows).toHaveCount(1)
    kill(core, 'SIGSTOP')
    await verbatim.imports.choose(SAMPLE.wire, SAMPLE.courier)
    await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Reading')
    kill(core, 'SIGKILL')
    await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Import it again')
    await expect(verbatim.imports.row('calder-courier.html')).toContainText('Imported')
    await verbatim.imports.row('lake-arren-wire.txt').getByRole('button', { name: 'Import again' }).click()
    await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  })

  test('again and again is told, with a way on', async ({ verbatim }) => {
    await expect(verbatim.sources.rows).toHaveCount(1)
    for (let end = 0; end < 4; end += 1) {
      await expect.poll(() => verbatim.app.processId('Verbatim core')).not.toBe(null)
      const core = await verbatim.app.processId('Verbatim core')
      kill(core ?? 0, 'SIGKILL')
      await expect.poll(() => verbatim.app.processId('Verbatim core')).not.toBe(core)
    }
    await expect(verbatim.page.getByRole('alert')).toContainText('keeps ending')
    await verbatim.page.getByRole('button', { name: 'Try again' }).click()
    await expect(verbatim.sources.rows).toHaveCount(1)
  })
})

test.describe('a damaged library', () => {
  test.use({ fault: 'damaged-library' })

  test('is told in one sentence, and another one can be chosen', async ({ verbatim, folder }) => {
    const alert = verbatim.page.getByRole('alert')
    await expect(alert).toContainText('damaged')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toContainText('damaged')
    await verbatim.app.willChoose(`${folder}/Another.verbatim`)
    await alert.getByRole('button', { name: 'Choose library…' }).click()
    await expect(verbatim.sources.start).toBeVisible()
  })
})

test.describe('a blocked folder', () => {
  test.use({ fault: 'blocked-folder' })

  test('is told in one sentence', async ({ verbatim }) => {
    const alert = verbatim.page.getByRole('alert')
    await expect(alert).toContainText(/is a file/)
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
  })
})
