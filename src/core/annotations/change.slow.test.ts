import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { createCore, type Core } from '../core.ts'
import { forkedParserHost } from '../import/parser/forked-host.ts'

let folder: string
let core: Core
let made: Annotation

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-annotations-'))
  const file = join(folder, 'port.txt')
  writeFileSync(file, 'The port of Lessing\n\nMarrow said the port is “open to all”. Nobody answered.\n')
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('../import/parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  for await (const { source } of await core.client.sources.import({ paths: [file] })) {
    made = await core.client.annotations.create({
      source: source?.id ?? '',
      place: { quote: 'open to all' },
      speaker: 'Marrow',
      tags: ['port'],
    })
  }
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true })
})

const stored = async (): Promise<Annotation | undefined> =>
  (await core.client.annotations.list({})).find(({ id }) => id === made.id)

test('what is left out of a change stays', async () => {
  const changed = await core.client.annotations.update({ annotation: made.id, colour: 'green' })
  expect(changed).toEqual({ ...made, colour: 'green' })
  expect(await stored()).toEqual(changed)
})

test('speaker, role, tags and comment change and go', async () => {
  const { annotations } = core.client
  const full = await annotations.update({
    annotation: made.id,
    speaker: 'Ines Marrow',
    role: 'harbour master',
    tags: ['sea', 'port', 'sea', ' '],
    comment: ' Ask her. ',
  })
  expect(full).toMatchObject({
    tags: ['sea', 'port'],
    comment: 'Ask her.',
    attribution: { speaker: 'Ines Marrow', role: 'harbour master' },
  })
  const bare = await annotations.update({
    annotation: made.id,
    speaker: null,
    role: null,
    tags: [],
    comment: null,
  })
  expect(bare).toMatchObject({ tags: [], comment: null, attribution: null })
  expect(await stored()).toEqual(bare)
})

test('a change is one step of undo and redo', async () => {
  const { annotations, library } = core.client
  const changed = await annotations.update({
    annotation: made.id,
    speaker: null,
    tags: ['x'],
    colour: 'blue',
  })
  await library.undo({})
  expect(await stored()).toEqual(made)
  await library.redo({})
  expect(await stored()).toEqual(changed)
})

test('a change that changes nothing is no step of undo', async () => {
  await core.client.annotations.update({ annotation: made.id, colour: made.colour, tags: made.tags })
  expect((await core.client.library.undo({})).undone).toBe('annotate')
})

test('a removed annotation comes back by undo', async () => {
  await core.client.annotations.remove({ annotation: made.id })
  expect(await stored()).toBeUndefined()
  await core.client.library.undo({})
  expect(await stored()).toEqual(made)
})

test('one that a brief quotes is removed only when that is wanted', async () => {
  const markdown = `# Brief\n\nShe said :quote[open to all]{#${made.id}}.\n`
  await core.client.briefs.import({ markdown, name: 'Brief' })
  const remove = (force: boolean) => core.client.annotations.remove({ annotation: made.id, force })
  await expect(remove(false)).rejects.toMatchObject({ data: { reason: 'quoted' } })
  expect(await stored()).toEqual(made)
  await remove(true)
  expect(await stored()).toBeUndefined()
})

test('an unknown annotation is refused', async () => {
  const change = core.client.annotations.update({ annotation: 'an_x', colour: 'blue' })
  await expect(change).rejects.toMatchObject({ data: { reason: 'unknown-annotation' } })
})

test('names in use are told for completion', async () => {
  await core.client.annotations.update({ annotation: made.id, topic: 'Access', role: 'captain' })
  expect(await core.client.annotations.names({})).toEqual({
    actors: [{ name: 'Marrow', aliases: [], roles: ['captain'] }],
    topics: ['Access'],
    tags: ['port'],
  })
})
