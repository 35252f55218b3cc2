import { kill } from 'node:process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, SAMPLE, test } from './fixtures.ts'

test('files dropped on the window are imported', async ({ verbatim }) => {
  await expect(verbatim.sources.start).toBeVisible()
  await verbatim.imports.drop(SAMPLE.wire, SAMPLE.courier)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Imported')
  await verbatim.imports.close()
  await expect(verbatim.sources.rows).toHaveCount(2)
})

test('each file says what became of it, faults first', async ({ verbatim, folder }) => {
  const broken = join(folder, 'broken.txt')
  writeFileSync(broken, Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]))
  await verbatim.imports.choose(SAMPLE.wire, broken, SAMPLE.wire)
  await expect(verbatim.imports.dialog).toContainText('Imported 1 of 3. 1 failed. 1 duplicate.')
  await expect(verbatim.imports.rows.nth(0)).toContainText('Failed')
  await expect(verbatim.imports.rows.nth(1)).toContainText('Duplicate')
  await expect(verbatim.imports.rows.nth(2)).toContainText('Imported')
  await verbatim.imports.dialog.getByRole('button', { name: 'Failed' }).click()
  await expect(verbatim.imports.rows).toHaveCount(1)
})

test('a slow import goes on in the background, and is stopped between files', async ({ verbatim }) => {
  await verbatim.imports.choose(SAMPLE.wire)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  const parser = await verbatim.app.processId('Verbatim parser')
  if (parser === null) throw new Error('No parser is running.')
  // A parser that is held stands for one that has much to read.
  kill(parser, 'SIGSTOP')
  await verbatim.imports.choose(SAMPLE.courier, SAMPLE.observer)
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Reading')
  await verbatim.imports.dialog.getByRole('button', { name: 'Continue in background' }).click()
  await expect(verbatim.imports.dialog).toHaveCount(0)
  await expect(verbatim.sources.rows).toHaveCount(1)
  await verbatim.page.keyboard.press('Control+o')
  await verbatim.imports.dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Not read')
  await verbatim.imports.row('tarrin-observer.md').getByRole('button', { name: 'Import again' }).click()
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Imported')
})

test('a parser that dies costs one file', async ({ verbatim }) => {
  await verbatim.imports.choose(SAMPLE.wire)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  const parser = await verbatim.app.processId('Verbatim parser')
  if (parser === null) throw new Error('No parser is running.')
  kill(parser, 'SIGSTOP')
  await verbatim.imports.choose(SAMPLE.courier, SAMPLE.observer)
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Reading')
  kill(parser, 'SIGKILL')
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Failed')
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Imported')
})
