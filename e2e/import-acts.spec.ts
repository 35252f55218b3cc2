import { kill } from 'node:process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { column, makePdf } from '../src/core/import/importers/pdf/fixtures/make-pdf.ts'
import { articlePage, response } from '../src/core/import/importers/fixtures/warc.ts'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'

const WORDS = 'The gates of the old dam stay shut until the spring, the harbour master said.'
const savedPage = (title: string, words: string): string =>
  `<!doctype html><link rel=canonical href="https://example.org/dam"><title>${title}</title><article><h1>${title}</h1><p>${words}</p></article>`

/** Holds the parser, as one that has much to read; the returned function lets it go on. */
async function heldParser(verbatim: Verbatim): Promise<() => void> {
  await verbatim.imports.choose(SAMPLE.wire)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  const parser = await verbatim.app.processId('Verbatim parser')
  if (parser === null) throw new Error('No parser is running.')
  kill(parser, 'SIGSTOP')
  return () => void kill(parser, 'SIGCONT')
}

test('files held over the window are counted, and the library is named', async ({ verbatim }) => {
  await verbatim.imports.show()
  await verbatim.imports.hover(SAMPLE.wire, SAMPLE.courier)
  await expect(verbatim.imports.frame).toHaveText('Import 2 files into Test')
  await expect(verbatim.imports.frame).toBeVisible()
})

test('a folder is walked: its files, those of the folders in it, and pages with their pictures', async ({
  verbatim,
  folder,
}) => {
  const papers = join(folder, 'papers')
  mkdirSync(join(papers, 'deep', 'page_files'), { recursive: true })
  writeFileSync(join(papers, 'one.txt'), `The dam\n\n${WORDS}`)
  writeFileSync(join(papers, 'deep', 'page.html'), savedPage('The page', WORDS))
  writeFileSync(join(papers, 'deep', 'page_files', 'style.css'), 'p {}')
  await expect(verbatim.sources.start).toBeVisible()
  await verbatim.imports.drop(papers, SAMPLE.observer)
  await expect(verbatim.imports.row('one.txt')).toContainText('Imported')
  await expect(verbatim.imports.row('page.html')).toContainText('Imported')
  await expect(verbatim.imports.row('tarrin-observer.md')).toContainText('Imported')
  await expect(verbatim.imports.row('page_files')).toContainText('Skipped')
  await expect(verbatim.imports.head).toContainText('Imported 3 of 4. 1 skipped.')
})

test('what is copied is pasted by a button, and taken back', async ({ verbatim }) => {
  await verbatim.app.electron.evaluate(({ clipboard }, words) => clipboard.writeText(words), WORDS)
  await verbatim.imports.show()
  await verbatim.imports.dialog.getByRole('button', { name: 'Paste text' }).click()
  await expect(verbatim.reader.message).toContainText('Pasted as a source')
  await expect(verbatim.sources.rows).toHaveCount(1)
  await verbatim.reader.message.getByRole('button', { name: 'Undo' }).click()
  await expect(verbatim.sources.start).toBeVisible()
})

test('an import says how far it is, to eyes and to a screen reader, and rings while one reads', async ({
  verbatim,
  folder,
}) => {
  const goOn = await heldParser(verbatim)
  const papers = join(folder, 'papers')
  mkdirSync(papers)
  for (const name of ['a', 'b', 'c']) writeFileSync(join(papers, `${name}.txt`), `Story ${name}\n\n${WORDS}`)
  await verbatim.app.willChoose(papers)
  await verbatim.imports.dialog.getByRole('button', { name: 'Folder…' }).click()
  await expect(verbatim.imports.row('papers')).toContainText('3 files found')
  await expect(verbatim.imports.row('b.txt')).toContainText('Waiting')
  await expect(verbatim.imports.row('b.txt')).toContainText('1 KB')
  await expect(verbatim.imports.head).toContainText('Reading 1 of 4 files')
  await expect(verbatim.imports.said).toHaveText('Import: 25 %')
  await verbatim.imports.dialog.getByRole('button', { name: 'Continue in background' }).click()
  const ring = verbatim.page.getByRole('button', { name: /^Import…, \d+ % done$/ })
  await expect(ring).toBeVisible()
  goOn()
  await expect(verbatim.reader.message).toContainText('Imported 4 of 4.')
  await expect(ring).toHaveCount(0)
  await verbatim.reader.message.getByRole('button', { name: 'Show' }).click()
  await expect(verbatim.imports.said).toHaveText('Imported 4 of 4.')
  await expect(verbatim.imports.bar).toHaveAttribute('value', '1')
})

test('an import that is stopped keeps what came, and says so of the rest of a folder', async ({
  verbatim,
  folder,
}) => {
  await heldParser(verbatim)
  const papers = join(folder, 'papers')
  mkdirSync(papers)
  for (const name of ['a', 'b']) writeFileSync(join(papers, `${name}.txt`), `Story ${name}\n\n${WORDS}`)
  await verbatim.imports.drop(papers)
  await expect(verbatim.imports.row('b.txt')).toContainText('Waiting')
  await verbatim.imports.dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(verbatim.imports.row('a.txt')).toContainText('Stopped')
  await expect(verbatim.imports.row('b.txt')).toContainText('Stopped')
  await expect(verbatim.imports.head).toContainText('Imported 1 of 3. 2 not read.')
  await verbatim.imports.act('b.txt', 'Import again')
  await expect(verbatim.imports.row('b.txt')).toContainText('Imported')
  await expect(verbatim.imports.row('a.txt')).toContainText('Stopped')
})

test('a whole import is taken back and brought back by one button', async ({ verbatim }) => {
  await verbatim.imports.choose(SAMPLE.wire, SAMPLE.courier, SAMPLE.observer)
  await expect(verbatim.imports.head).toContainText('Imported 3 of 3.')
  await verbatim.imports.undo.click()
  await expect(verbatim.imports.head).toContainText('The import was taken back: 3 sources.')
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Taken back')
  await expect(verbatim.sources.start).toHaveCount(1)
  await verbatim.imports.redo.click()
  await expect(verbatim.imports.row('calder-courier.html')).toContainText('Imported')
  await verbatim.imports.close()
  await expect(verbatim.sources.rows).toHaveCount(3)
  await verbatim.page.keyboard.press('Control+z')
  await expect(verbatim.sources.start).toBeVisible()
})

test('the message that sums an import up takes it back too; what was highlighted stays and is named', async ({
  verbatim,
}) => {
  const { imports, reader, sources } = verbatim
  await imports.choose(SAMPLE.observer)
  await expect(imports.row('tarrin-observer.md')).toContainText('Imported')
  const parser = await verbatim.app.processId('Verbatim parser')
  if (parser === null) throw new Error('No parser is running.')
  kill(parser, 'SIGSTOP')
  await imports.choose(SAMPLE.courier)
  await imports.dialog.getByRole('button', { name: 'Continue in background' }).click()
  await sources.open('Read the treaty')
  await reader.highlightQuotation('not a decision', '2')
  await expect(reader.cards).toHaveCount(1)
  kill(parser, 'SIGCONT')
  await expect(reader.message).toContainText('Imported 2 of 2.')
  await reader.message.getByRole('button', { name: 'Undo import' }).click()
  await expect(reader.message).toContainText('taken back: 1 source. “‘Read the treaty’')
  await expect(reader.message).toContainText('stays: you highlighted it.')
  await expect(sources.rows).toHaveCount(1)
  await reader.message.getByRole('button', { name: 'Redo import' }).click()
  await expect(sources.rows).toHaveCount(2)
})

test('what is imported later, with the dialog closed in between, is a list and an undo of its own', async ({
  verbatim,
}) => {
  await verbatim.imports.choose(SAMPLE.wire)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.imports.drop(SAMPLE.courier)
  await expect(verbatim.imports.rows).toHaveCount(1)
  await verbatim.imports.undo.click()
  await expect(verbatim.imports.head).toContainText('taken back: 1 source')
  await verbatim.imports.close()
  await expect(verbatim.sources.rows).toHaveCount(1)
})

test('a page without an article is tried as plain text', async ({ verbatim, folder }) => {
  const shell = join(folder, 'shell.html')
  writeFileSync(
    shell,
    '<!doctype html><title></title><body><script>app.start("The dam is shut")</script></body>',
  )
  await verbatim.imports.choose(shell)
  await expect(verbatim.imports.row('shell.html')).toContainText('Failed')
  await verbatim.imports.tryAs('shell.html', 'Try as…', 'As plain text')
  await expect(verbatim.imports.row('shell.html')).toContainText('Imported')
  await expect(verbatim.imports.rows).toHaveCount(1)
})

test('a file of a folder that came out wrong is read in another encoding, alone', async ({
  verbatim,
  folder,
}) => {
  const papers = join(folder, 'papers')
  mkdirSync(papers)
  writeFileSync(join(papers, 'koi.txt'), Buffer.from('f0cfd2d4207ac1cbd2d9d4', 'hex'))
  writeFileSync(join(papers, 'other.txt'), `Other\n\n${WORDS}`)
  await expect(verbatim.sources.start).toBeVisible()
  await verbatim.imports.drop(papers)
  await expect(verbatim.imports.head).toContainText('Imported 2 of 2.')
  await verbatim.imports.tryAs('koi.txt', 'More for koi.txt', 'Cyrillic (Windows-1251)')
  await expect(verbatim.imports.row('koi.txt')).toContainText('New version')
  await expect(verbatim.imports.rows).toHaveCount(2)
  expect(commandLine(verbatim.places.library, '--json', 'sources')).toContain('windows-1251')
})

test('a locked file is opened with its password', async ({ verbatim, folder }) => {
  const locked = join(folder, 'locked.pdf')
  writeFileSync(locked, makePdf({ pages: [{ type: column(60, 740, [WORDS]) }], password: 'Lagoon' }))
  await verbatim.imports.choose(locked)
  await expect(verbatim.imports.row('locked.pdf')).toContainText('password')
  await verbatim.imports.act('locked.pdf', 'Enter password…')
  await verbatim.imports.row('locked.pdf').getByLabel('Password').fill('Lagoon')
  await verbatim.page.keyboard.press('Enter')
  await expect(verbatim.imports.row('locked.pdf')).toContainText('Imported')
})

test('a duplicate is shown, and can be a source of its own', async ({ verbatim }) => {
  await verbatim.imports.choose(SAMPLE.wire, SAMPLE.wire)
  const twice = verbatim.imports.rows.filter({ hasText: 'Duplicate' })
  await expect(twice).toContainText('is in the library already')
  await twice.getByRole('button', { name: 'Import as its own source' }).click()
  await expect(verbatim.imports.head).toContainText('Imported 2 of 2.')
  await verbatim.imports.close()
  await expect(verbatim.sources.rows).toHaveCount(2)
})

test('a new version says what became of the highlights', async ({ verbatim, folder }) => {
  const [one, two] = [join(folder, 'one.html'), join(folder, 'two.html')]
  writeFileSync(one, savedPage('The dam is shut', `${WORDS} “Nobody will open them,” she added.`))
  writeFileSync(two, savedPage('The dam is shut', `${WORDS} Later she took that back.`))
  await verbatim.imports.choose(one)
  await expect(verbatim.imports.row('one.html')).toContainText('Imported')
  await verbatim.imports.close()
  const { library } = verbatim.places
  for (const words of ['The gates of the old dam', 'Nobody will open them'])
    commandLine(library, 'annotate', 'damndshut', '--quote', words)
  await verbatim.imports.choose(two)
  await expect(verbatim.imports.row('two.html')).toContainText(
    '1 of 2 highlights stayed, 1 lost its passage.',
  )
})

test('a new version is kept as its own source, and that is undone', async ({ verbatim, folder }) => {
  const [one, two] = [join(folder, 'one.html'), join(folder, 'two.html')]
  writeFileSync(one, savedPage('The dam is shut', WORDS))
  writeFileSync(two, savedPage('The dam is open', 'Water runs again, and nobody knows who turned the wheel.'))
  await verbatim.imports.choose(one, two)
  await expect(verbatim.imports.row('two.html')).toContainText('New version')
  await verbatim.imports.act('two.html', 'Keep as own source')
  await expect(verbatim.imports.row('two.html')).toContainText('Imported. The dam is open')
  await verbatim.imports.close()
  await expect(verbatim.sources.row('The dam is open')).toBeVisible()
  await expect(verbatim.sources.row('The dam is shut')).toBeVisible()
  await verbatim.page.keyboard.press('Control+z')
  await expect(verbatim.sources.rows).toHaveCount(1)
})

/** A web archive of so many stories. */
const archiveOf = (folder: string, name: string, pages: number): string => {
  const path = join(folder, name)
  const records = Array.from({ length: pages }, (_, at) =>
    response(
      `https://example.org/${name}/${String(at)}`,
      articlePage(`Story ${String(at)} of ${name}`, `${WORDS} It was story ${String(at)}.`),
    ),
  )
  writeFileSync(path, Buffer.concat(records))
  return path
}

test.describe('a web archive', () => {
  test('lets its pages be chosen from a list before anything is stored', async ({ verbatim, folder }) => {
    await verbatim.imports.choose(archiveOf(folder, 'pages.warc', 300))
    await expect(verbatim.archive.page('Story 0 of')).toBeChecked()
    await expect(verbatim.archive.dialog).toContainText('300 of 300 chosen')
    expect(await verbatim.archive.pages.count()).toBeLessThan(60)
    await verbatim.archive.press('Select none')
    await verbatim.archive.filter.fill('story 29')
    await expect(verbatim.archive.pages).toHaveCount(13)
    await verbatim.archive.page('Story 295 of').check()
    await verbatim.archive.filter.fill('warc/7')
    await verbatim.archive.page('Story 7 of').check()
    await verbatim.archive.press('Import 2 pages')
    await expect(verbatim.imports.head).toContainText('Imported 2 of 2.')
    await verbatim.imports.close()
    await expect(verbatim.sources.rows).toHaveCount(2)
    await expect(verbatim.sources.row('Story 295')).toBeVisible()
  })

  test('that is not wanted leaves nothing', async ({ verbatim, folder }) => {
    await verbatim.imports.choose(archiveOf(folder, 'pages.warc', 3))
    await expect(verbatim.archive.page('Story 0 of')).toBeChecked()
    await verbatim.archive.press('Cancel')
    await expect(verbatim.imports.rows).toHaveCount(0)
    await verbatim.imports.close()
    await expect(verbatim.sources.start).toBeVisible()
  })

  test('is imported whole beside another one, and in a folder', async ({ verbatim, folder }) => {
    await verbatim.imports.choose(archiveOf(folder, 'a.warc', 2), archiveOf(folder, 'b.warc', 2))
    await expect(verbatim.imports.head).toContainText('Imported 4 of 4.')
    const papers = join(folder, 'papers')
    mkdirSync(papers)
    archiveOf(papers, 'c.warc', 2)
    await verbatim.imports.drop(papers)
    await expect(verbatim.imports.head).toContainText('Imported 6 of 6.')
  })
})
