import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ZodObject } from 'zod'
import { createCore, type Core } from '../../core/core.ts'
import { forkedParserHost } from '../../core/import/parser/forked-host.ts'
import { contract } from '../../shared/contract/index.ts'
import { Grants } from './grants.ts'
import { pageRouter } from './page-router.ts'

let folder: string
let core: Core
let grants: Grants

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'))
  // Nothing is on its way here, unless a test says so.
  grants = new Grants(0)
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(
      fileURLToPath(new URL('../../core/import/parser/entry.ts', import.meta.url)),
    ),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    citation: fileURLToPath(new URL('../../../resources/citation', import.meta.url)),
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true })
})

const pageClient = () => createRouterClient(pageRouter(core, grants), { context: {} })

async function statuses(token: string): Promise<string[]> {
  const found: string[] = []
  for await (const { status } of await pageClient().sources.import({ paths: [token] })) found.push(status)
  return found
}

const file = (): string => {
  const path = join(folder, 'port.txt')
  writeFileSync(path, 'The port\n\nThe port of Lessing is open to all ships.\n')
  return path
}

test('a page imports what was granted, once', async () => {
  grants.add('token', file())
  expect(await statuses('token')).toEqual(['imported'])
  await expect(statuses('token')).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'unknown-grant' },
  })
})

test('a page writes and reads annotations where it was granted to, once', async () => {
  grants.add('token', file())
  await statuses('token')
  const source = (await core.client.sources.list({}))[0]?.id ?? ''
  await core.client.annotations.create({ source, place: { quote: 'open to all' } })
  const { annotations } = pageClient()
  const out = join(folder, 'out.jsonld')
  grants.add('out', out)
  await annotations.exportFile({ format: 'jsonld', out: 'out' })
  grants.add('in', out)
  expect(await Array.fromAsync(await annotations.importFile({ path: 'in' }))).toMatchObject([
    { status: 'duplicate' },
  ])
  for (const path of ['in', out])
    await expect(annotations.importFile({ path })).rejects.toMatchObject({
      data: { reason: 'unknown-grant' },
    })
  await expect(annotations.exportFile({ format: 'csv', out })).rejects.toMatchObject({
    data: { reason: 'unknown-grant' },
  })
})

test('a page that names a token before main has told its path is not refused', async () => {
  const { briefs } = createRouterClient(pageRouter(core, (grants = new Grants())), { context: {} })
  const { id } = await briefs.import({ markdown: 'Words.\n', name: 'Brief' })
  const out = join(folder, 'brief.md')
  const exporting = briefs.export({ brief: id, format: 'md', out: 'token' })
  setImmediate(() => grants.add('token', out))
  expect(await exporting).toMatchObject({ path: out })
})

test('a path that a page names is no grant', async () => {
  for (const path of [file(), '-', '/etc/passwd'])
    await expect(statuses(path)).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
  expect(await pageClient().sources.list({})).toEqual([])
})

test('a page looks at what was granted as often as it likes, and at nothing else', async () => {
  const path = file()
  const surveyed = async (token: string) => {
    const found = []
    for await (const { files } of await pageClient().sources.survey({ paths: [token] })) found.push(...files)
    return found.map((each) => each.path)
  }
  grants.add('token', path)
  expect(await surveyed('token')).toEqual([path])
  expect(await pageClient().sources.contents({ path: 'token' })).toEqual({ parts: null })
  expect(await statuses('token')).toEqual(['imported'])
  for (const named of [path, '/', 'token']) {
    await expect(surveyed(named)).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
    await expect(pageClient().sources.contents({ path: named })).rejects.toMatchObject({
      data: { reason: 'unknown-grant' },
    })
  }
})

test('a brief is exported to a granted place only', async () => {
  const { id } = await pageClient().briefs.import({ markdown: '# Brief\n\nWords.\n', name: 'Brief' })
  const out = join(folder, 'brief.md')
  const exported = (target: string) => pageClient().briefs.export({ brief: id, format: 'md', out: target })
  await expect(exported(out)).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
  grants.add('token', out)
  expect(await exported('token')).toMatchObject({ path: out })
})

test('a page makes a key, and looks at one, where it was granted, and signs with no other', async () => {
  const path = join(folder, 'mine.key')
  const { keys, briefs } = pageClient()
  for (const asked of [keys.create({ path }), keys.show({ path })])
    await expect(asked).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
  grants.add('new', path)
  const { fingerprint } = await keys.create({ path: 'new' })
  grants.add('key', path)
  expect(await keys.show({ path: 'key' })).toEqual({ fingerprint })
  grants.add('out', join(folder, 'brief.zip'))
  const { id } = await briefs.import({ markdown: '“Words of nobody at all.”\n', name: 'Brief' })
  const asked = briefs.export({ brief: id, format: 'evidence', out: 'out', sign: path })
  await expect(asked).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
})

test('a page adds a citation style, and takes one for an export, where it was granted', async () => {
  const style = join(folder, 'mine.csl')
  writeFileSync(
    style,
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><id>mine</id><title>M</title></info>' +
      '<citation><layout><text variable="title"/></layout></citation></style>',
  )
  const { briefs, citations } = pageClient()
  for (const path of [style, '/etc/passwd'])
    await expect(citations.addStyle({ path })).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
  grants.add('style', style)
  expect(await citations.addStyle({ path: 'style' })).toMatchObject({ id: 'mine', added: true })
  const { id } = await briefs.import({ markdown: 'Words.\n', name: 'Brief' })
  grants.add('out', join(folder, 'brief.md'))
  const asked = { brief: id, format: 'md', out: 'out', styleFile: style } as const
  await expect(briefs.export(asked)).rejects.toMatchObject({ data: { reason: 'unknown-grant' } })
  grants.add('style', style)
  expect(await briefs.export({ ...asked, styleFile: 'style' })).toMatchObject({ faults: [] })
})

test('every procedure that names a path is the page’s own, and the page has no others than the core', () => {
  const PATHS = new Set(['path', 'paths', 'out', 'styleFile', 'folder'])
  const page: Record<string, Record<string, unknown>> = pageRouter(core, grants)
  const own: Record<string, Record<string, unknown>> = core.router
  const named: string[] = []
  for (const [group, procedures] of Object.entries(contract)) {
    expect(Object.keys(page[group] ?? {}).toSorted()).toEqual(Object.keys(procedures).toSorted())
    for (const [name, procedure] of Object.entries(procedures)) {
      const input: unknown = procedure['~orpc'].inputSchema
      if (!(input instanceof ZodObject) || !Object.keys(input.shape).some((key) => PATHS.has(key))) continue
      named.push(`${group}.${name}`)
      expect(page[group]?.[name], `${group}.${name}`).not.toBe(own[group]?.[name])
    }
  }
  expect(named).toContain('briefs.salvageToFile')
  expect(named.length).toBeGreaterThan(7)
})

test('everything else is the core’s own', async () => {
  expect(await pageClient().library.info({})).toMatchObject({ counts: { sources: 0 } })
})
