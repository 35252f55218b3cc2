import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation, Migrated } from '../../shared/contract/annotations.ts'
import { createCore, type Core } from '../core.ts'
import { forkedParserHost } from '../import/parser/forked-host.ts'
import { foundAgain } from './fixtures/found-again.ts'

const STAYED = 'open to all who pay'
const MOVED = 'The board will meet in May to set the tariff for the ferry'
const LOST = 'Nobody answered her in the long hall'
const OLD = `The port of Lessing

Marrow said the port is ${STAYED}. ${LOST}, and the lamps were put out before the evening came.

${MOVED}, its chair said on Monday after the talks.
`
const NEW = `A new opening of the article.\n\n${OLD.replace(`${LOST}, and the lamps were put out before the evening came.`, 'The rest is quite another story now.').replace('in May', 'in June')}`
const MOVED_NEW = MOVED.replace('in May', 'in June')

let folder: string
let core: Core
let source: string
let brief: string
let marked: readonly Annotation[]

async function imported(text: string): Promise<string> {
  const file = join(folder, 'port.txt')
  writeFileSync(file, text)
  let id = ''
  for await (const outcome of await core.client.sources.import({ paths: [file] }))
    id = outcome.source?.id ?? ''
  await foundAgain(core.client)
  return id
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-settle-'))
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('../import/parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
  source = await imported(OLD)
  marked = []
  for (const quote of [STAYED, MOVED, LOST])
    marked = [...marked, await core.client.annotations.create({ source, place: { quote } })]
  const quotes = marked.map(({ id, exact }) => `Said: :quote[“${exact}”]{#${id}}.`).join('\n\n')
  brief = (
    await core.client.briefs.import({ name: 'ferry', markdown: `---\ntitle: Ferry\n---\n\n${quotes}\n` })
  ).id
  await imported(NEW)
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true })
})

const migration = async (): Promise<readonly Migrated[]> =>
  (await core.client.annotations.migration({ source })).annotations
const told = async () =>
  (await migration()).map(({ old, outcome, decided, touched }) => [
    old.exact,
    outcome,
    decided,
    touched.map(({ quotes, older }) => `${String(older)} of ${String(quotes)}`).join(),
  ])
const verdicts = async () =>
  (await core.client.check.brief({ brief })).map(({ quotation, verdict, warnings }) => [
    quotation,
    verdict,
    ...warnings.map(({ code }) => code).filter((code) => code === 'older-version'),
  ])
const idOf = (exact: string): string => marked.find((annotation) => annotation.exact === exact)?.id ?? ''

test('a new version says of each highlight what became of it, and which quotes are touched', async () => {
  expect(await core.client.annotations.migration({ source })).toMatchObject({ version: 2, before: 1 })
  expect(await told()).toEqual([
    [STAYED, 'stayed', null, '1 of 1'],
    [LOST, 'lost', null, '1 of 1'],
    [MOVED, 'moved', null, '1 of 1'],
  ])
  const moved = (await migration()).find(({ outcome }) => outcome === 'moved')
  expect(moved?.now).toMatchObject({ version: 2, exact: MOVED_NEW })
  expect(await verdicts()).toEqual([
    [STAYED, 'verbatim'],
    [MOVED, 'verbatim', 'older-version'],
    [LOST, 'orphaned'],
  ])
})

test('taking the new place moves the quotes; one step of undo brings all back', async () => {
  const before = [await told(), await verdicts(), await core.client.annotations.list({ source })]
  const settled = await core.client.annotations.settle({ decision: 'take', annotations: [idOf(MOVED)] })
  expect(settled).toMatchObject({ briefs: [brief], unread: [] })
  expect((await told()).find(([exact]) => exact === MOVED)).toEqual([MOVED, 'moved', 'taken', '0 of 1'])
  expect((await verdicts())[1]).toEqual([MOVED_NEW, 'verbatim'])
  expect(await core.client.library.undo({})).toEqual({ undone: 'take the new places' })
  expect([await told(), await verdicts(), await core.client.annotations.list({ source })]).toEqual(before)
})

test('undo of a decision gives quotes their passages back though the brief was edited since; the edit stays', async () => {
  const before = [await told(), await verdicts()]
  await core.client.annotations.settle({ decision: 'take', annotations: [idOf(MOVED)] })
  const { brief: row, state } = await core.client.briefs.open({ brief })
  const edited = JSON.parse(JSON.stringify(state).replace('"Said: "', '"Reported since: "')) as typeof state
  await core.client.briefs.save({ brief, state: JSON.stringify(edited), seen: row.updatedAt })
  const taken = [await told(), await verdicts()]
  await core.client.library.undo({})
  expect([await told(), await verdicts()]).toEqual(before)
  const words = JSON.stringify((await core.client.briefs.open({ brief })).state)
  expect(words).toContain('Reported since: ')
  await core.client.library.redo({})
  expect([await told(), await verdicts()]).toEqual(taken)
  expect(JSON.stringify((await core.client.briefs.open({ brief })).state)).toContain('Reported since: ')
})

test('a highlight and a source that were removed come back by undo though the brief was edited since', async () => {
  const before = await verdicts()
  await core.client.annotations.remove({ annotation: idOf(STAYED), force: true })
  await core.client.sources.remove({ source, force: true })
  const { brief: row, state } = await core.client.briefs.open({ brief })
  const edited = JSON.parse(JSON.stringify(state).replace('"Said: "', '"Reported since: "')) as typeof state
  await core.client.briefs.save({ brief, state: JSON.stringify(edited), seen: row.updatedAt })
  await core.client.library.undo({})
  await core.client.library.undo({})
  expect(await verdicts()).toEqual(before)
})

test('all that stayed are taken at once; what is lost is refused and nothing changes', async () => {
  await core.client.annotations.settle({ decision: 'take', annotations: [idOf(STAYED)] })
  expect((await told())[0]).toEqual([STAYED, 'stayed', 'taken', '0 of 1'])
  const both = core.client.annotations.settle({ decision: 'take', annotations: [idOf(MOVED), idOf(LOST)] })
  await expect(both).rejects.toMatchObject({ data: { reason: 'no-place' } })
  expect((await told()).map(([, , decided]) => decided)).toEqual(['taken', null, null])
})

test('keeping the older version pins the quotes to it, and a later decision can still take the new place', async () => {
  await core.client.annotations.settle({ decision: 'keep', annotations: [idOf(MOVED), idOf(LOST)] })
  expect((await told()).map(([, outcome, decided]) => [outcome, decided])).toEqual([
    ['stayed', null],
    ['lost', 'kept'],
    ['moved', 'kept'],
  ])
  expect(await verdicts()).toEqual([
    [STAYED, 'verbatim'],
    [MOVED, 'verbatim', 'older-version'],
    [LOST, 'verbatim', 'older-version'],
  ])
  await core.client.annotations.settle({ decision: 'take', annotations: [idOf(MOVED)] })
  expect((await verdicts())[1]).toEqual([MOVED_NEW, 'verbatim'])
})

test('a lost one is put on the passage that a person chose, with its quotes', async () => {
  const { text } = await core.client.sources.text({ source })
  const words = 'quite another story'
  const start = text.indexOf(words)
  await core.client.annotations.settle({
    decision: 'place',
    annotation: idOf(LOST),
    segments: [{ start, end: start + words.length }],
  })
  expect((await told()).find(([exact]) => exact === LOST)).toEqual([LOST, 'moved', 'taken', '0 of 1'])
  expect((await verdicts())[2]).toEqual([words, 'verbatim'])
})

test('a highlight that was drawn anew took its place; its quotes move when they are told to', async () => {
  const now = (await migration()).find(({ outcome }) => outcome === 'moved')?.now
  const [{ start, end } = { start: 0, end: 0 }] = now?.segments ?? []
  await core.client.annotations.move({ annotation: idOf(MOVED), segments: [{ start, end: end - 14 }] })
  expect((await told()).find(([exact]) => exact === MOVED)).toEqual([MOVED, 'moved', 'taken', '1 of 1'])
  await core.client.annotations.settle({ decision: 'take', annotations: [idOf(MOVED)] })
  expect((await verdicts())[1]).toEqual([MOVED_NEW.slice(0, -14), 'verbatim'])
})

test('a brief that cannot be read is left as it is and named, and holds no other up', async () => {
  const { briefs, annotations } = core.client
  const other = await briefs.import({
    name: 'other',
    markdown: `---\ntitle: Other\n---\n\n:quote[“${MOVED}”]{#${idOf(MOVED)}}\n`,
  })
  const database = new DatabaseSync(join(folder, 'L.verbatim', 'library.db'))
  database.prepare("UPDATE brief SET content = 'cut off' WHERE id = ?").run(brief)
  database.close()
  expect((await migration()).map(({ touched }) => touched.map(({ title }) => title))).toEqual([
    [],
    [],
    ['Other'],
  ])
  expect(await annotations.settle({ decision: 'take', annotations: [idOf(MOVED)] })).toMatchObject({
    briefs: [other.id],
    unread: [brief],
  })
  await expect(core.client.sources.remove({ source })).rejects.toMatchObject({
    data: {
      reason: 'quoted',
      detail: { affected: [{ title: 'Ferry', quotes: 3, words: '' }, { title: 'Other' }] },
    },
  })
})

test('a next version asks again', async () => {
  await core.client.annotations.settle({ decision: 'keep', annotations: [idOf(LOST)] })
  await core.client.annotations.settle({ decision: 'take', annotations: [idOf(STAYED), idOf(MOVED)] })
  await imported(`${NEW}\nOne more line at the end.\n`)
  expect((await told()).map(([exact, outcome, decided]) => [exact, outcome, decided])).toEqual([
    [LOST, 'lost', null],
    [STAYED, 'stayed', null],
    [MOVED_NEW, 'stayed', null],
  ])
})

test('versions are listed, and told apart word by word', async () => {
  const versions = await core.client.sources.versions({ source })
  expect(versions.map(({ number, current, importer }) => [number, current, importer])).toEqual([
    [1, false, 'text'],
    [2, true, 'text'],
  ])
  const { diff } = await core.client.sources.diff({ source, from: 1, to: 2 })
  const textOf = (version: number) => core.client.sources.text({ source, version })
  const side = (op: string) =>
    diff.filter((each) => each.op === 'equal' || each.op === op).map(({ text }) => text)
  expect(side('delete').join('')).toBe((await textOf(1)).text)
  expect(side('insert').join('')).toBe((await textOf(2)).text)
  await expect(core.client.sources.diff({ source, from: 1, to: 3 })).rejects.toMatchObject({
    data: { reason: 'unknown-version' },
  })
})
