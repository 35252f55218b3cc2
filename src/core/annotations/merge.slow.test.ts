import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { createCore, type Core } from '../core.ts'
import { forkedParserHost } from '../import/parser/forked-host.ts'
import { foundAgain } from './fixtures/found-again.ts'

const TEXT =
  'The port of Lessing\n\nMarrow said the port is “open to all” who pay. Nobody answered her in the hall.\n\n' +
  'The board will meet in May to set the tariff for the ferry, its chair said.\n'

let folder: string
let core: Core
let source: string
let file: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-merge-'))
  file = join(folder, 'port.txt')
  writeFileSync(file, TEXT)
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('../import/parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  for await (const { source: made } of await core.client.sources.import({ paths: [file] }))
    source = made?.id ?? ''
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true })
})

const mark = (quote: string, more: Partial<Parameters<typeof core.client.annotations.create>[0]> = {}) =>
  core.client.annotations.create({ source, place: { quote }, ...more })

const all = (): Promise<readonly Annotation[]> => core.client.annotations.list({})

test('several are one: passages, comments and tags together, one step of undo', async () => {
  const { annotations, library } = core.client
  const chair = await mark('its chair said', { tags: ['b', 'c'], comment: 'Who?', colour: 'green' })
  const open = await mark('the port is “open', { tags: ['a', 'b'], comment: 'Ask her.' })
  const pay = await mark('open to all” who pay', { speaker: 'Marrow', date: '2024-03', topic: 'Access' })
  const before = await all()
  const one = await annotations.merge({ annotations: [chair.id, pay.id, open.id] })
  expect(one).toMatchObject({
    id: open.id,
    exact: 'the port is “open to all” who pay its chair said',
    segments: [
      { start: open.start, end: pay.end },
      { start: chair.start, end: chair.end },
    ],
    status: 'anchored',
    colour: 'yellow',
    comment: 'Ask her.\n\nWho?',
    tags: ['a', 'b', 'c'],
    attribution: { speaker: 'Marrow', date: '2024-03', topic: 'Access' },
  })
  expect(await all()).toEqual([one])
  expect(await library.undo({})).toEqual({ undone: 'merge annotations' })
  expect(await all()).toEqual(before)
})

test('of one whose words changed in a new version and another, the one is still said to have moved', async () => {
  const { annotations, library } = core.client
  const first = await mark('the port is')
  const tariff = await mark('set the tariff for the ferry')
  writeFileSync(file, TEXT.replace('set the tariff', 'set the new tariff'))
  for await (const _ of await core.client.sources.import({ paths: [file] })) continue
  await foundAgain(core.client)
  const before = await all()
  expect(before.map(({ status }) => status)).toEqual(['anchored', 'moved'])
  const merged = await annotations.merge({ annotations: [first.id, tariff.id] })
  expect(merged).toMatchObject({
    id: tariff.id,
    status: 'moved',
    old: { version: 1, exact: 'set the tariff for the ferry' },
  })
  await library.undo({})
  expect(await all()).toEqual(before)
})

test('words of two speakers are attributed to neither, and both are kept in the comment', async () => {
  const one = await mark('open to all', { speaker: 'Marrow', role: 'harbour master' })
  const other = await mark('set the tariff', { speaker: 'The chair', topic: 'Access' })
  const merged = await core.client.annotations.merge({ annotations: [one.id, other.id] })
  expect(merged.attribution).toMatchObject({ speaker: null, role: null, topic: 'Access' })
  expect(merged.comment).toBe('Speakers: Marrow, harbour master; The chair')
})

test('the one that a brief quotes stays, and its quote is as true as before', async () => {
  const { annotations, briefs } = core.client
  await mark('the port is')
  const [first] = await all()
  const quoted = await mark('open to all')
  const brief = await briefs.import({
    markdown: `# Brief\n\nShe said :quote[open to all]{#${quoted.id}}.\n`,
    name: 'Brief',
  })
  const merged = await annotations.merge({ annotations: [first?.id ?? '', quoted.id] })
  expect(merged.id).toBe(quoted.id)
  const { state } = await briefs.open({ brief: brief.id })
  expect(await briefs.check({ state })).toMatchObject([{ verdict: 'verbatim', annotation: quoted.id }])
})

test('two that briefs quote are not merged', async () => {
  const { annotations, briefs } = core.client
  const one = await mark('open to all')
  const other = await mark('set the tariff')
  await briefs.import({
    markdown: `# Brief\n\n:quote[open to all]{#${one.id}} :quote[set the tariff]{#${other.id}}.\n`,
    name: 'Brief',
  })
  const merging = annotations.merge({ annotations: [one.id, other.id] })
  await expect(merging).rejects.toMatchObject({ data: { reason: 'quoted' } })
  expect(await all()).toEqual([one, other])
})

test('one and the same is not two', async () => {
  const one = await mark('open to all')
  const merging = core.client.annotations.merge({ annotations: [one.id, one.id] })
  await expect(merging).rejects.toMatchObject({ data: { reason: 'one-annotation' } })
})

test('one is parted at the caret, which is one step of undo', async () => {
  const { annotations, library } = core.client
  const whole = await mark('set the tariff for the ferry', {
    speaker: 'The chair',
    tags: ['fees'],
    comment: 'When?',
    colour: 'violet',
  })
  const at = (whole.start ?? 0) + 'set the tariff'.length
  const { first, second } = await annotations.split({ annotation: whole.id, at })
  expect(first).toMatchObject({ id: whole.id, exact: 'set the tariff', comment: 'When?' })
  expect(second).toMatchObject({
    exact: 'for the ferry',
    comment: null,
    tags: ['fees'],
    colour: 'violet',
    attribution: { speaker: 'The chair' },
  })
  await library.undo({})
  expect(await all()).toEqual([whole])
})

test('one that has no words on one side is not parted', async () => {
  const whole = await mark('set the tariff')
  for (const at of [0, whole.start ?? 0, whole.end ?? 0, (whole.end ?? 0) + 5]) {
    const splitting = core.client.annotations.split({ annotation: whole.id, at })
    await expect(splitting).rejects.toMatchObject({ data: { reason: 'no-words' } })
  }
  expect(await all()).toEqual([whole])
})

test('the day and the place of the words are kept, and a wrong day is refused', async () => {
  const { annotations } = core.client
  const made = await mark('open to all', { date: '2024-03-14', placeSaid: 'Lessing' })
  expect(made.attribution).toMatchObject({ date: '2024-03-14', place: 'Lessing' })
  const changed = await annotations.update({ annotation: made.id, date: '2023', place: null })
  expect(changed.attribution).toMatchObject({ date: '2023', place: null })
  const wrong = annotations.update({ annotation: made.id, date: 'in May' })
  await expect(wrong).rejects.toMatchObject({ data: { reason: 'bad-date' } })
})
