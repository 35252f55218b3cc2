import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { createCore, type Core } from '../core.ts'
import { forkedParserHost } from '../import/parser/forked-host.ts'
import { foundAgain } from './fixtures/found-again.ts'

const OLD =
  'The port of Lessing\n\nMarrow said the port is “open to all” who pay. Nobody answered her in the hall.\n\n' +
  'The board will meet in May to set the tariff for the ferry, its chair said.\n'
const NEW = OLD.replace(
  'The board will meet in May to set the tariff for the ferry, its chair said.',
  'In another place it says: the board met once more in June and set a tariff for ferries; no chair spoke.',
)

let folder: string
let core: Core
let made: Annotation

const write = (text: string): string => {
  const file = join(folder, 'port.txt')
  writeFileSync(file, text)
  return file
}

const imported = async (text: string): Promise<string> => {
  let id = ''
  for await (const { source } of await core.client.sources.import({ paths: [write(text)] }))
    id = source?.id ?? ''
  await foundAgain(core.client)
  return id
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-move-'))
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('../import/parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  const source = await imported(OLD)
  made = await core.client.annotations.create({ source, place: { quote: 'set the tariff for the ferry' } })
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true })
})

test('a range that is drawn anew is the annotation’s place, and one step of undo', async () => {
  const { annotations, library } = core.client
  const start = made.start ?? 0
  const wider = await annotations.move({
    annotation: made.id,
    segments: [{ start: start - 3, end: made.end ?? 0 }],
  })
  expect(wider).toMatchObject({ exact: 'to set the tariff for the ferry', status: 'anchored', version: 1 })
  expect(await library.undo({})).toEqual({ undone: 'move an annotation' })
  expect((await annotations.list({}))[0]).toEqual(made)
})

test('one that was lost is offered the places most like it, and set on the one that is chosen', async () => {
  const { annotations } = core.client
  await imported(NEW)
  expect((await annotations.list({}))[0]?.status).toBe('orphaned')
  const [first] = await annotations.candidates({ annotation: made.id })
  expect(first?.exact).toContain('set a tariff')
  const { start, end } = first ?? { start: 0, end: 0 }
  const moved = await annotations.move({ annotation: made.id, segments: [{ start, end }] })
  expect(moved).toMatchObject({
    status: 'moved',
    exact: first?.exact,
    old: { version: 1, exact: made.exact },
  })
})

test('undo of a chosen place leaves it lost as it was, not shown at its old offsets', async () => {
  const { annotations, library } = core.client
  await imported(NEW)
  const [lost] = await annotations.list({})
  const [first] = await annotations.candidates({ annotation: made.id })
  const { start, end } = first ?? { start: 0, end: 0 }
  await annotations.move({ annotation: made.id, segments: [{ start, end }] })
  await library.undo({})
  expect((await annotations.list({}))[0]).toEqual(lost)
  await library.redo({})
  expect((await annotations.list({}))[0]).toMatchObject({ status: 'moved', start, end })
})

test('parts of a passage stand in order', async () => {
  const { annotations } = core.client
  const both = await annotations.move({
    annotation: made.id,
    segments: [
      { start: 0, end: 8 },
      { start: 12, end: 19 },
    ],
  })
  expect(both).toMatchObject({ exact: 'The port Lessing', start: 0, end: 19 })
  const tangled = annotations.move({
    annotation: made.id,
    segments: [
      { start: 5, end: 9 },
      { start: 0, end: 8 },
    ],
  })
  await expect(tangled).rejects.toMatchObject({ data: { reason: 'tangled' } })
})
