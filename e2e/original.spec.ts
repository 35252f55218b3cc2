import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, expect, test } from './fixtures.ts'

/** One red pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=', 'base64')
const WORDS = 'The harbour council met on Tuesday and closed the old quay for the winter season.'
const PAGE = `<!doctype html><title>Old quay closed</title><style>h1 { color: rgb(200, 0, 0) }</style>
  <article><h1>Old quay closed</h1><p>${WORDS} ${WORDS}</p><p>${WORDS} <a href="https://example.org/">More</a></p>
  <img src="quay_files/a.gif" alt="The quay"><img src="https://example.org/x.png" onerror="document.title='ran'">
  <p id=out>unchanged</p><script>document.getElementById('out').textContent = 'ran'</script></article>`

test('a saved page is shown as it was, and nothing in it runs or is fetched', async ({
  verbatim,
  folder,
}) => {
  const { reader, page } = verbatim
  mkdirSync(join(folder, 'quay_files'))
  writeFileSync(join(folder, 'quay_files', 'a.gif'), GIF)
  writeFileSync(join(folder, 'quay.html'), PAGE)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await verbatim.imports.choose(join(folder, 'quay.html'))
  await verbatim.imports.row('quay.html').getByRole('button', { name: 'Open' }).click()
  await expect(reader.text).toContainText(WORDS)
  await reader.show('Original')
  const heading = reader.look.getByRole('heading', { name: 'Old quay closed' })
  await expect(heading).toHaveCSS('color', 'rgb(200, 0, 0)')
  await expect(reader.look.locator('#out')).toHaveText('unchanged')
  await expect(reader.look.getByAltText('The quay')).toHaveJSProperty('naturalWidth', 1)
  const before = page.url()
  await reader.look.getByRole('link', { name: 'More' }).click()
  await expect(heading).toBeVisible()
  expect(page.url()).toBe(before)
  expect(asked.filter((address) => !/^(?:app|data|blob):/.test(address))).toEqual([])
})

test('the view is switched by a key, and each source remembers its own', async ({ verbatim, folder }) => {
  const { reader, page } = verbatim
  writeFileSync(join(folder, 'quay.html'), PAGE)
  writeFileSync(join(folder, 'plain.txt'), `A plain text\n\n${WORDS}`)
  await verbatim.imports.choose(join(folder, 'quay.html'), join(folder, 'plain.txt'))
  await expect(verbatim.imports.row('plain.txt')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.sources.open('Old quay closed')
  await expect(reader.text).toBeVisible()
  await page.keyboard.press('F4')
  await expect(reader.look.getByRole('heading', { name: 'Old quay closed' })).toBeVisible()
  await verbatim.sources.open('A plain text')
  await expect(reader.text).toContainText(WORDS)
  await expect(page.getByRole('radio', { name: 'Original' })).toHaveCount(0)
  await verbatim.restart()
  await verbatim.sources.open('Old quay closed')
  await expect(verbatim.reader.look.getByRole('heading', { name: 'Old quay closed' })).toBeVisible()
})

test('a saved page is shown as it was when the folder beside it is gone', async ({ verbatim, folder }) => {
  const { reader } = verbatim
  const beside = join(folder, 'quay_files')
  mkdirSync(beside)
  writeFileSync(join(beside, 'a.gif'), GIF)
  writeFileSync(join(beside, 'look.css'), 'h1 { color: rgb(0, 0, 200); background: url(a.gif) }')
  writeFileSync(
    join(folder, 'quay.html'),
    PAGE.replace(/<style>.*<\/style>/, '<link rel="stylesheet" href="quay_files/look.css">'),
  )
  await verbatim.imports.choose(join(folder, 'quay.html'))
  await expect(verbatim.imports.row('quay.html')).toContainText('Imported')
  rmSync(beside, { recursive: true })
  rmSync(join(folder, 'quay.html'))
  await verbatim.imports.row('quay.html').getByRole('button', { name: 'Open' }).click()
  await expect(reader.text).toContainText(WORDS)
  await reader.show('Original')
  const heading = reader.look.getByRole('heading', { name: 'Old quay closed' })
  await expect(heading).toHaveCSS('color', 'rgb(0, 0, 200)')
  await expect(heading).toHaveCSS('background-image', /^url\("data:image\/gif/)
  await expect(reader.look.getByAltText('The quay')).toHaveJSProperty('naturalWidth', 1)
  const told = commandLine(verbatim.places.library, '--json', 'verify')
  expect((JSON.parse(told) as { damaged: unknown[] }).damaged).toEqual([])
})
