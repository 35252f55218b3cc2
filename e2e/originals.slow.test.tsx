// @vitest-environment happy-dom
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCore, type Core } from '../src/core/core.ts'
import { forkedParserHost } from '../src/core/import/parser/forked-host.ts'
import { App } from '../src/renderer/app/App.tsx'
import { inProcessTransport } from '../src/renderer/app/transport/in-process.ts'

const GIF = Buffer.from('R0lGODlhAwACAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

let folder: string
let core: Core
let root: Root
/** What waits for an image to come into sight, by the element that is watched. */
let watched: Map<Element, () => void>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-mount-'))
  core = createCore({
    path: join(folder, 'Mounted.verbatim'),
    create: true,
    parserHost: forkedParserHost(join(process.cwd(), 'src/core/import/parser/entry.ts')),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  watched = new Map()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly near: (entries: { isIntersecting: boolean }[]) => void
      constructor(near: (entries: { isIntersecting: boolean }[]) => void) {
        this.near = near
      }
      observe(element: Element): void {
        watched.set(element, () => this.near([{ isIntersecting: true }]))
      }
      disconnect(): void {
        watched.clear()
      }
    },
  )
  localStorage.clear()
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.getElementById('root') ?? document.body)
  root.render(<App transport={inProcessTransport(core.client)} />)
})

afterEach(() => {
  root.unmount()
  core.close()
  rmSync(folder, { recursive: true })
  vi.unstubAllGlobals()
})

const SLOW = 15_000
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const article = () => document.querySelector('article')
const shown = (): string => document.body.textContent ?? ''

async function imported(path: string, encoding?: string): Promise<void> {
  const asked = { paths: [path], ...(encoding === undefined ? {} : { encoding }) }
  for await (const { status } of await core.client.sources.import(asked)) expect(status).toBe('imported')
}

test('an image of a source has its room from the start, and its bytes when it is nearly in sight', async () => {
  file('page_files/quay.gif', GIF)
  await imported(
    file(
      'page.html',
      '<p>The quay.</p><figure><img src="page_files/quay.gif" alt="The quay"><figcaption>At noon</figcaption></figure><img src=gone.png alt="The pier">',
    ),
  )
  await vi.waitFor(() => expect(article()?.querySelector<HTMLElement>('.image')).toBeTruthy(), SLOW)
  const room = article()?.querySelector<HTMLElement>('.image')
  expect(room?.style.aspectRatio).toBe('3 / 2')
  expect(article()?.querySelector('img')).toBeNull()
  await vi.waitFor(() => expect(watched.size).toBe(1))
  for (const near of watched.values()) near()
  await vi.waitFor(() => expect(article()?.querySelector('img')?.src).toMatch(/^blob:/), SLOW)
  expect(article()?.querySelector('img')?.alt).toBe('The quay')
  expect(article()?.querySelector('figcaption')?.textContent).toBe('At noon')
  expect(article()?.querySelector('.picture')?.textContent).toContain('The pier')
})

function paste(target: EventTarget, html: string): void {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const clipboardData = { getData: (type: string) => (type === 'text/html' ? html : '') }
  target.dispatchEvent(Object.assign(event, { clipboardData }))
}

test('what is pasted outside a field becomes a source that can be taken back', async () => {
  await vi.waitFor(() => expect(shown()).toContain('Start with an article you saved'), SLOW)
  paste(document.body, '<p>The port stays open.</p>')
  await vi.waitFor(() => expect(shown()).toContain('Pasted as a source: “The port stays open”.'), SLOW)
  expect(await core.client.sources.list({})).toMatchObject([{ title: 'The port stays open' }])
  document.querySelector<HTMLElement>('.message .act')?.click()
  await vi.waitFor(async () => expect(await core.client.sources.list({})).toEqual([]), SLOW)

  const field = document.createElement('input')
  document.body.append(field)
  paste(field, '<p>Only into the field.</p>')
  expect(await core.client.sources.list({})).toEqual([])
})

test('an original is read again in the encoding that a person chooses', async () => {
  await imported(file('a.txt', Buffer.from('\xcf\xee\xf0\xf2 \xee\xf2\xea\xf0\xfb\xf2.', 'latin1')), 'koi8-r')
  await vi.waitFor(() => expect(article()).not.toBeNull(), SLOW)
  const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
    (each) => each.textContent === 'Details',
  )
  tab?.click()
  const select = await vi.waitFor(() => {
    const found = document.querySelector<HTMLSelectElement>('.reread select')
    if (found === null) throw new Error('not there yet')
    return found
  }, SLOW)
  expect(select.value).toBe('koi8-r')
  select.value = 'windows-1251'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await vi.waitFor(
    () => expect(document.querySelector<HTMLButtonElement>('.reread button')?.disabled).toBe(false),
    SLOW,
  )
  document.querySelector<HTMLElement>('.reread button')?.click()
  await vi.waitFor(() => expect(article()?.textContent).toContain('Порт открыт.'), SLOW)
  expect(shown()).toContain('it has 2 versions now')
})
