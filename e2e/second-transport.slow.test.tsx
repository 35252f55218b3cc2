// @vitest-environment happy-dom
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCore, type Core } from '../src/core/core.ts'
import { forkedParserHost } from '../src/core/import/parser/forked-host.ts'
import { App } from '../src/renderer/app/App.tsx'
import { inProcessTransport } from '../src/renderer/app/transport/in-process.ts'

const ROOT = process.cwd()

let folder: string
let core: Core
let root: Root

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-mount-'))
  core = createCore({
    path: join(folder, 'Mounted.verbatim'),
    create: true,
    parserHost: forkedParserHost(join(ROOT, 'src/core/import/parser/entry.ts')),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  localStorage.clear()
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.getElementById('root') ?? document.body)
})

afterEach(() => {
  root.unmount()
  core.close()
  rmSync(folder, { recursive: true })
})

const shown = (): string => document.body.textContent ?? ''

test('the window stands on a core in its own process as it stands on a port', async () => {
  root.render(<App transport={inProcessTransport(core.client)} />)
  await vi.waitFor(() => expect(shown()).toContain('Start with an article you saved'), 10_000)
  // Without a shell there are no dialogs of the system, so nothing offers them.
  expect(shown()).not.toContain('Choose files…')

  const paths = [join(ROOT, 'resources/sample/tarrin-observer.md')]
  for await (const { source } of await core.client.sources.import({ paths })) {
    await core.client.annotations.create({
      source: source?.id ?? '',
      place: { quote: 'is not a decision that one country can make alone' },
      speaker: 'Dana Okvey',
    })
  }
  // The page is told of it by the core's own changes.
  await vi.waitFor(
    () => expect(document.querySelector('article')?.textContent).toContain('emergency meeting'),
    10_000,
  )
  const article = document.querySelector('article')
  const { text } = await core.client.sources.text({ source: 'solm2026read' })
  const drawn = [...(article?.querySelectorAll('[data-start]') ?? [])]
  for (const words of drawn) {
    const start = Number(words.getAttribute('data-start'))
    expect(words.textContent).toBe(text.slice(start, start + (words.textContent?.length ?? 0)))
  }
  expect(drawn.map((words) => words.textContent).join('')).toBe(text.replaceAll('\n', ''))
  await vi.waitFor(() => expect(shown()).toContain('Dana Okvey'), 10_000)
})
