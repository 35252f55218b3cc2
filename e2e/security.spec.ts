import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HAS_SANDBOX } from './app.ts'
import { expect, SAMPLE, test } from './fixtures.ts'

test.use({ imported: [SAMPLE.courier] })

test('the page is sandboxed, isolated and without Node', async ({ verbatim }) => {
  const preferences = await verbatim.app.electron.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents()
    // Not in Electron's types, and the only way to ask what a page was really given.
    const asked = contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences } | undefined
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      asked?.getLastWebPreferences() ?? {}
    const spellcheck = contents?.session.isSpellCheckerEnabled()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, spellcheck }
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    spellcheck: false,
  })
  const found = await verbatim.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

test('the system keeps the page in a sandbox', async ({ verbatim }) => {
  test.skip(!HAS_SANDBOX || process.platform !== 'linux', 'There is none for this user on this machine.')
  const pages = await verbatim.app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  )
  const main = verbatim.app.electron.process().pid
  expect(pages).toHaveLength(1)
  for (const pid of [main, ...pages])
    expect(readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')).not.toContain('no-sandbox')
  const status = readFileSync(`/proc/${String(pages[0])}/status`, 'utf8')
  // System calls are filtered, and no program that it started could gain rights.
  expect(status).toMatch(/^Seccomp:\s*2$/m)
  expect(status).toMatch(/^NoNewPrivs:\s*1$/m)
  // In a namespace of its own it has a second number, and sees no other process.
  expect(status).toMatch(/^NSpid:\s*\d+\s+\d+/m)
})

test('no inline script runs, no eval, nothing from elsewhere', async ({ verbatim }) => {
  const ran = await verbatim.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="x:" onerror="globalThis.handlerRan = true">'
    document.body.append(image)
    await new Promise((resolve) => setTimeout(resolve, 300))
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is carried into the page
    const refused = async (act: () => unknown): Promise<boolean> => {
      try {
        await act()
        return false
      } catch {
        return true
      }
    }
    return {
      inline: 'inlineRan' in globalThis,
      handler: 'handlerRan' in globalThis,
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that it is refused is what is asserted
      evaluated: !(await refused(() => new Function('return 1')())),
      // An empty module: eight bytes.
      compiled: !(await refused(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)))),
      fetched: !(await refused(() => fetch('https://example.org/'))),
      own: !(await refused(() => fetch('index.html'))),
    }
  })
  expect(ran).toEqual({
    inline: false,
    handler: false,
    evaluated: false,
    compiled: false,
    fetched: false,
    own: false,
  })
})

test('a picture is shown from bytes in hand, from no address', async ({ verbatim }) => {
  const shown = await verbatim.page.evaluate(async () => {
    const pixel = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
    const bytes = Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0))
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is carried into the page
    const loads = (address: string): Promise<boolean> =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve(true))
        image.addEventListener('error', () => resolve(false))
        image.src = address
      })
    return {
      bytes: await loads(URL.createObjectURL(new Blob([bytes], { type: 'image/gif' }))),
      data: await loads(`data:image/gif;base64,${pixel}`),
      own: await loads(new URL('index.html', location.href).href),
      web: await loads('https://example.org/x.png'),
    }
  })
  expect(shown).toEqual({ bytes: true, data: false, own: false, web: false })
})

test('the window opens no other and goes nowhere', async ({ verbatim }) => {
  const { page, app } = verbatim
  const before = page.url()
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,x'])
    await page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
    }, address)
  // That nothing happens has no state to wait for.
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('no permission is given', async ({ verbatim }) => {
  const states = await verbatim.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi']
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a link of a source opens in the system, for web and mail only', async ({ verbatim, folder }) => {
  await verbatim.app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (address) => {
      opened.push(address)
      return Promise.resolve()
    }
  })
  const saved = join(folder, 'links.html')
  const links = [
    'https://example.org/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'mailto:desk@example.org',
  ]
  const words = links.map(
    (href, index) => `<p>A <a href="${href}">link number ${String(index)}</a> in a line of words.</p>`,
  )
  writeFileSync(
    saved,
    `<!doctype html><title>Links</title><article><h1>Links</h1>${words.join('')}</article>`,
  )
  await verbatim.imports.choose(saved)
  await verbatim.imports.row('links.html').getByRole('button', { name: 'Open' }).click()
  const found = verbatim.reader.text.locator('a')
  await expect(found).toHaveCount(2)
  for (const link of await found.all()) await link.click({ modifiers: ['Control'] })
  const opened = (): Promise<string[]> =>
    verbatim.app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual(['https://example.org/a', 'mailto:desk@example.org'])
})

test('nothing of it all asks the network', async ({ verbatim, folder }) => {
  const log = join(folder, 'net.json')
  await verbatim.app.electron.evaluate(
    ({ session }, path) => session.defaultSession.netLog.startLogging(path),
    log,
  )
  await verbatim.imports.choose(SAMPLE.wire, SAMPLE.courier)
  await expect(verbatim.imports.row('lake-arren-wire.txt')).toContainText('Imported')
  await verbatim.imports.close()
  await verbatim.search.open()
  await verbatim.search.field.fill('lake')
  await expect(verbatim.search.results.first()).toBeVisible()
  await verbatim.page.evaluate(() => new Image().setAttribute('src', 'https://example.org/x.png'))
  // A request that is not to come has no state to wait for.
  await verbatim.page.waitForTimeout(500)
  await verbatim.app.electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
  const asked = readFileSync(log, 'utf8').match(/"(?:https?|wss?|ftp):\/\/[^"]*"/g) ?? []
  expect(asked).toEqual([])
})
