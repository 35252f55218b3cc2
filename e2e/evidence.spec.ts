import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../scripts/electron/find.mjs'
import { makeEvidenceLibrary } from '../src/cli/fixtures/evidence-library.ts'
import { copiesFor } from '../src/core/export/evidence-package/manifest.ts'
import { ATTACKS } from '../src/core/export/fixtures/evidence-attacks.ts'
import { attacked, type Files } from '../src/core/export/fixtures/tampering.ts'
import { HAS_SANDBOX } from './app.ts'
import { axeFaults } from './axe-faults.ts'
import { commandLine } from './fixtures.ts'

/* The page of an evidence package, opened from the disk in a browser that knows nothing of Verbatim. */

let folder = ''
let browser: ElectronApplication
let page: Page
let whole: Files
let signed: Files
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-evidence-'))
  const library = join(folder, 'Test.verbatim')
  const call = (...words: readonly string[]) => Promise.resolve(commandLine(library, '--json', ...words))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return Promise.resolve(join(folder, name))
  }
  const brief = await makeEvidenceLibrary({ call, file })
  const key = join(folder, 'my.key')
  commandLine(library, 'key', 'create', '--out', key)
  const exported = (out: string, ...more: readonly string[]): Files => {
    commandLine(library, 'brief', 'export', brief, '--to', 'evidence', '--out', join(folder, out), ...more)
    return filesIn(join(folder, out))
  }
  whole = exported('P')
  signed = exported('S', '--sign', key)
  const executablePath = findElectron()
  if (executablePath === null)
    throw new Error('There is no Electron. Run: node scripts/bootstrap.mjs --electron')
  browser = await _electron.launch({
    executablePath,
    chromiumSandbox: HAS_SANDBOX,
    args: [new URL('page-on-disk.cjs', import.meta.url).pathname],
  })
  page = await browser.firstWindow()
})

test.afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

function filesIn(of: string): Files {
  const entries = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path.slice(of.length + 1).replaceAll('\\', '/'), readFileSync(path)]))
}

let count = 0
/** Opens the page of a folder with these files; gives the folder. */
async function open(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  count += 1
  const of = join(folder, `open-${count}`)
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(of, path)), { recursive: true })
    writeFileSync(join(of, path), bytes)
  }
  await page.goto(pathToFileURL(join(of, 'index.html')).href)
  await expect(page.locator('html')).toHaveAttribute('data-result', /./u)
  return of
}

const result = (): Promise<string | null> => page.locator('html').getAttribute('data-result')

async function chooseFolder(of: string): Promise<void> {
  await page.getByLabel('Choose the folder').setInputFiles(of)
  await expect(page.locator('html')).toHaveAttribute('data-scope', 'folder')
}

/** The same change, told by the copies that the page reads. */
const withCopies = (files: Files): Files =>
  new Map([
    ...files,
    [
      'evidence.js',
      new TextEncoder().encode(copiesFor([...files].map(([path, bytes]) => ({ path, bytes })))),
    ],
  ])

/** What the page has no copy of, and its copies themselves. */
const ONLY_IN_FOLDER = /PDF|for the page/u

test('passes a whole package, says what is not proven, and asks nothing of the network', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const of = await open(whole)
  expect(await result()).toBe('pass')
  await expect(page.locator('#verdict')).toHaveText(
    'The package agrees with itself, and NOT all of its quotations are proven',
  )
  await expect(page.locator('#open')).toHaveText('5 of 21 quotations are NOT proven, 13 are.')
  await expect(page.locator('#sentence')).toContainText('it is not signed')
  await expect(page.locator('#quotations article')).toHaveCount(21)
  await chooseFolder(of)
  expect(await result()).toBe('pass')
  await expect(page.locator('#sentence')).toContainText('Every file of the folder was checked.')
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
})

for (const attack of ATTACKS) {
  test(`catches ${attack.name}${attack.remakes ? ', all else made to fit' : ''}`, async () => {
    const of = await open(attacked(whole, attack))
    if (attack.remakes || attack.name.includes('for the page')) expect(await result()).toBe('fail')
    await chooseFolder(of)
    expect(await result()).toBe('fail')
    await expect(page.locator('#verdict')).toHaveText('This package is NOT what it says it is')
    await expect(page.locator('#open')).toHaveText('')
    if (attack.remakes || ONLY_IN_FOLDER.test(attack.name)) return
    await open(withCopies(attacked(whole, attack)))
    expect(await result()).toBe('fail')
  })
}

test('says whose signature it is, or that it cannot tell', async () => {
  await open(signed)
  expect(await result()).toBe('pass')
  const said = await page.locator('#sentence').textContent()
  const knows = await page.evaluate(() =>
    crypto.subtle.generateKey('Ed25519', false, ['sign']).then(
      () => true,
      () => false,
    ),
  )
  expect(said).toContain(knows ? 'it is signed with the key' : 'which this browser CANNOT check')
  const named = new Map(signed)
  named.delete('signature.json')
  await open(withCopies(named))
  expect(await result()).toBe('fail')
})

test('shows passages, sources and right-to-left words, and is accessible in light, dark, print and narrow', async () => {
  await open(whole)
  const quoted = page
    .locator('#quotations article', { hasText: 'The wall may hold for a year, it may' })
    .first()
  await expect(quoted.locator('mark')).toHaveText('The wall may hold for a year, it may hold for ten.')
  await page.locator('summary').first().click()
  await expect(page.locator('.whole').first()).toContainText('الجدار والبحر')
  const arabic = page.locator('#quotations blockquote', { hasText: 'الجدار' })
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  await expect(page.getByText('Choose the folder', { exact: false }).last()).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('the brief beside it is accessible and runs nothing', async () => {
  const of = await open(whole)
  await page.setViewportSize({ width: 1000, height: 900 })
  await page.goto(pathToFileURL(join(of, 'brief.html')).href)
  await expect(page.locator('h1')).toHaveText('On the wall & the <sea>')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page)).toEqual([])
  }
  expect(await page.locator('script, iframe, object, link').count()).toBe(0)
})
