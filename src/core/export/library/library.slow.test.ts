import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LibraryExport } from '../../../shared/contract/library.ts'
import { carryBrief, digestBrief } from '../../briefs/digest.ts'
import { createCore, type Core } from '../../core.ts'
import { addActorAlias, addActorRole, actorNamed } from '../../db/actors.ts'
import { CARRIED } from '../../db/snapshot.ts'
import { TRAVEL } from '../../db/schema/travel.ts'
import { forkedParserHost } from '../../import/parser/forked-host.ts'
import { openLibrary } from '../../library/open.ts'
import { PIXEL } from '../fixtures/sample-brief.ts'
import { restoreLibrary } from './restore-library.ts'

const RESOURCES = fileURLToPath(new URL('../../../../resources', import.meta.url))
const STYLE = readFileSync(join(RESOURCES, 'citation/styles/apa.csl'), 'utf8').replaceAll(
  'zotero.org/styles/apa',
  'example.org/styles/own',
)

let folder: string
let core: Core
let path: string
let exported: string
let done: Extract<LibraryExport, { kind: 'done' }>

const open = (at: string) => openLibrary({ path: at, digestBrief, carryBrief, who: 'Ada' })
const place = (name: string): string => join(folder, name)

async function collected<T>(steps: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const step of steps) all.push(step)
  return all
}

/** A library with a row in every table that is carried, hostile names among them. */
async function populate(): Promise<void> {
  const { sources, annotations, briefs, citations, stories } = core.client
  const wire =
    'The wall holds, said Ada Marrow on Friday, and it will hold for many years to come, whatever they say in the north.\n\nA second paragraph\u2028with an end of its own.'
  writeFileSync(place('a.txt'), `Port news\n\n${wire}\n`)
  writeFileSync(place('b.txt'), `Port news again\n\n${wire}\n`)
  writeFileSync(
    place('page.html'),
    `<!doctype html><title>../../etc/passwd: CON. <b>?*|</b></title><article><h2>A head</h2><p>Words <em>here</em> <img src="data:image/png;base64,${PIXEL.toString('base64')}" alt="dot"> enough of them, surely, to be an article for anyone.</p><table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td>2</td></tr></table></article>`,
  )
  writeFileSync(place('c.txt'), 'To be removed\n\nNobody needs these words any more, they say.\n')
  await collected(
    await sources.import({ paths: ['a.txt', 'b.txt', 'page.html', 'c.txt'].map(place), tags: ['lakes'] }),
  )
  await sources.edit({ source: 'portndnews', citekey: 'port:1', authors: ['Ada Marrow'] })
  const made = await annotations.create({
    source: 'port:1',
    place: { quote: 'it will hold for many years' },
    comment: 'A *promise*.',
    tags: ['wall'],
    speaker: 'Ada Marrow',
    role: 'mayor',
    topic: 'walls',
  })
  writeFileSync(place('a2.txt'), `Port news\n\n${wire}\n\nAnd a third paragraph.\n`)
  await collected(await sources.import({ paths: [place('a2.txt')], asVersionOf: 'port:1' }))
  await collected(await annotations.migrate({}))
  const other = (await sources.list({})).find(({ title }) => title === 'Port news again')
  await stories.say({ source: 'port:1', other: other?.id ?? '', same: true })
  const { blob } = await briefs.keepImage({ file: new Blob([PIXEL], { type: 'image/png' }) })
  const draft = `---\ntitle: "a/b: \\\\ ${'x'.repeat(300)}"\n---\n\nShe said :quote[it will hold for many years]{#${made.id}} [@port:1], ![dot](blob:${blob}) and :set-aside[“so”].\n`
  const brief = await briefs.import({ markdown: draft, name: 'x', folder: null })
  const opened = await briefs.open({ brief: brief.id })
  await briefs.save({
    brief: brief.id,
    state: JSON.stringify({ ...opened.state, title: 'Changed' }),
    seen: opened.brief.updatedAt,
    revision: true,
  })
  writeFileSync(place('own.csl'), STYLE)
  await citations.addStyle({ path: place('own.csl') })
  await sources.remove({ source: 'removed', force: true }).catch(() => undefined)
  await core.client.library.undo({})
  await core.client.library.redo({})
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-whole-'))
  path = place('L.verbatim')
  core = createCore({
    path,
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('../../import/parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: join(RESOURCES, 'fonts'),
    log: { error: (what, thrown) => console.error(what, thrown) },
    who: 'Ada',
  })
  await populate()
  const library = open(path)
  library.write('Name', (writer) => {
    const actor = actorNamed(writer, 'Ada Marrow')
    addActorAlias(writer, actor, 'A. Marrow')
    addActorRole(writer, actor, 'mayor')
  })
  library.close()
  exported = place('out')
  const steps = await collected(await core.client.library.exportAll({ out: exported }))
  const last = steps.at(-1)
  if (last?.kind !== 'done') throw new Error('The export did not end')
  done = last
}, 60_000)
afterAll(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = (at: string, table: string): unknown[] => {
  const library = open(at)
  try {
    return [...library.reader.sql<object>(`SELECT * FROM ${table}`).all()]
  } finally {
    library.close()
  }
}
const blobsOf = (at: string): [string, string][] => {
  const library = open(at)
  const found = [...library.blobs.list()]
    .toSorted()
    .map((sha): [string, string] => [sha, Buffer.from(library.blobs.read(sha)).toString('base64')])
  library.close()
  return found
}
/** Numbers of rows that follow from others are given out anew. */
const plain = (rows: unknown[]) =>
  rows.map((row) => JSON.stringify({ ...(row as object), id: 0, signature_id: 0 })).toSorted()

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()

const restored = async (name: string, from = exported) => {
  const to = place(name)
  await collected(restoreLibrary({ folder: from, to, who: 'Ada' }))
  return to
}

describe('a library that is exported', () => {
  test('has a row in every table that is carried', () => {
    expect(CARRIED.filter((table) => rowsOf(path, table).length === 0)).toEqual([])
  })

  test('comes back with every row of every table and every stored file, ids included', async () => {
    const to = await restored('Back.verbatim')
    for (const table of CARRIED) {
      const before = rowsOf(path, table)
      const after = rowsOf(to, table)
      if (table === 'custody') {
        expect(after.slice(0, before.length)).toEqual(before)
        expect(after.slice(before.length)).toMatchObject([{ kind: 'restore', who: 'Ada' }])
      } else expect([table, after]).toEqual([table, before])
    }
    expect(blobsOf(to)).toEqual(blobsOf(path))
    for (const table of Object.keys(TRAVEL).filter(
      (each) => !CARRIED.includes(each) && !/^change$|index$|entry$/u.test(each),
    )) {
      expect([table, plain(rowsOf(to, table))]).toEqual([table, plain(rowsOf(path, table))])
    }
    const library = open(to)
    expect(library.faults()).toEqual([])
    expect(library.broken()).toEqual([])
    library.close()
  })

  test('once more exported from there is the same folder, but for the log', async () => {
    const again = createCore({
      path: await restored('Twice.verbatim'),
      create: false,
      parserHost: forkedParserHost(''),
      standardInput: () => Promise.reject(new Error()),
      fonts: join(RESOURCES, 'fonts'),
      log: { error: () => undefined },
    })
    await collected(await again.client.library.exportAll({ out: place('again') }))
    again.close()
    const files = filesIn(exported)
    expect(filesIn(place('again'))).toEqual(files)
    const differing = files.filter(
      (file) => !readFileSync(join(exported, file)).equals(readFileSync(join(place('again'), file))),
    )
    expect(differing).toEqual(['data/custody.jsonl', 'data/manifest.json'])
  })

  test('is readable without Verbatim, and no title becomes a path', () => {
    const files = filesIn(exported)
    expect(done.files).toBe(files.length)
    expect(done.warnings).toEqual([])
    expect(
      files.filter((file) =>
        /^(?!(?:sources|originals|images|annotations|briefs|data)\/[^/]+$|README\.md$|bibliography\.json$|briefs\/(?:[^/]+_files|images)\/[^/]+$)/u.test(
          file,
        ),
      ),
    ).toEqual([])
    expect(files.every((file) => file.split('/').every((name) => Buffer.byteLength(name) < 200))).toBe(true)
    const page = files.find((file) => /^sources\/.*passwd/u.test(file)) ?? ''
    const text = readFileSync(join(exported, page), 'utf8')
    expect(text).toContain('## A head')
    expect(text).toContain('Words *here* ![dot](../images/')
    expect(text).toContain('a\\|b')
    expect(files.filter((file) => file.includes('(version 1)'))).toHaveLength(2)
    expect(readFileSync(join(exported, 'annotations/port 1 Port news.md'), 'utf8')).toContain(
      '> it will hold for many years',
    )
    expect(readFileSync(join(exported, 'briefs/Changed.md'), 'utf8')).toContain(
      '“it will hold for many years”',
    )
    expect(readFileSync(join(exported, 'briefs/Changed.verbatim.md'), 'utf8')).toContain(
      ':quote[it will hold for many years]',
    )
  })
})

const refusal = async (from: string, reason: string) => {
  const to = place(`No-${reason}.verbatim`)
  const before = readdirSync(folder).toSorted()
  await expect(collected(restoreLibrary({ folder: from, to }))).rejects.toMatchObject({
    kind: 'REFUSED',
    reason,
  })
  expect(existsSync(to)).toBe(false)
  expect(readdirSync(folder).toSorted()).toEqual(before)
}
const copy = async (name: string): Promise<string> => {
  await collected(await core.client.library.exportAll({ out: place(name) }))
  return place(name)
}

describe('what is refused leaves nothing behind', () => {
  test('a changed byte, a lost file, a link, a folder of other things', async () => {
    const from = await copy('bad')
    const kept = readFileSync(join(from, 'data/text.jsonl'))
    appendFileSync(join(from, 'data/text.jsonl'), ' ')
    await refusal(from, 'damaged-export')
    writeFileSync(join(from, 'data/text.jsonl'), kept)
    const [original = ''] = readdirSync(join(from, 'originals'))
    rmSync(join(from, 'originals', original))
    await refusal(from, 'damaged-export')
    symlinkSync('/etc/hostname', join(from, 'originals', original))
    await refusal(from, 'damaged-export')
    await refusal(place('originals-of-nothing'), 'no-export')
  })

  test('a manifest that somebody made fit: rows that are none, paths that lead out, a newer form', async () => {
    const from = await copy('made')
    const file = join(from, 'data/manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
      files: Record<string, { bytes: number; sha256: string }>
      format: number
      blobs: Record<string, string>
    }
    const { createHash } = await import('node:crypto')
    const fit = (table: string, change: (text: string) => string): void => {
      const rows = join(from, `data/${table}.jsonl`)
      const bytes = Buffer.from(change(readFileSync(rows, 'utf8')))
      writeFileSync(rows, bytes)
      manifest.files[`data/${table}.jsonl`] = {
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
      writeFileSync(file, JSON.stringify(manifest))
    }
    const text = readFileSync(join(from, 'data/text.jsonl'), 'utf8')
    fit('text', (rows) => rows.replace('it will hold', 'it will not hold'))
    await refusal(from, 'damaged-export')
    fit('text', () => text)
    const sources = readFileSync(join(from, 'data/source.jsonl'), 'utf8')
    fit('source', (rows) => rows.split('\n').slice(1).join('\n'))
    await refusal(from, 'damaged-export')
    fit('source', (rows) => `${rows}{"id; DROP TABLE source":1}\n`)
    await refusal(from, 'damaged-export')
    fit('source', () => sources)
    const [sha = ''] = Object.keys(manifest.blobs)
    writeFileSync(
      file,
      JSON.stringify({ ...manifest, blobs: { ...manifest.blobs, [sha]: '../../L.verbatim/library.db' } }),
    )
    await refusal(from, 'damaged-export')
    writeFileSync(file, JSON.stringify({ ...manifest, format: 99 }))
    await refusal(from, 'newer-export')
    writeFileSync(file, '{')
    await refusal(from, 'damaged-export')
  })

  test('a place that is taken, and a stop midway', async () => {
    await expect(collected(restoreLibrary({ folder: exported, to: path }))).rejects.toMatchObject({
      reason: 'exists',
    })
    await expect(collected(await core.client.library.exportAll({ out: exported }))).rejects.toMatchObject({
      data: { reason: 'exists' },
    })
    const before = readdirSync(folder).toSorted()
    for (const stopAt of [1, 4, 12]) {
      const stop = new AbortController()
      let seen = 0
      const steps = await core.client.library.exportAll({ out: place('stopped') }, { signal: stop.signal })
      for await (const _ of steps) if (++seen === stopAt) stop.abort()
      const again = new AbortController()
      let met = 0
      for await (const _ of restoreLibrary({ folder: exported, to: place('stopped.verbatim') }, again.signal))
        if (++met === Math.min(stopAt, 3)) again.abort()
    }
    expect(readdirSync(folder).toSorted()).toEqual(before)
  })

  test('an original that is damaged is told of, and everything else comes along', async () => {
    const library = open(path)
    const [sha] = [...library.blobs.list()]
    if (sha === undefined) throw new Error('no blobs')
    const file = library.blobs.pathOf(sha)
    library.close()
    const bytes = readFileSync(file)
    writeFileSync(file, 'other')
    const steps = await collected(await core.client.library.exportAll({ out: place('hurt') }))
    writeFileSync(file, bytes)
    expect(steps.at(-1)).toMatchObject({ kind: 'done', warnings: [expect.stringContaining(sha)] })
    const to = await restored('Hurt.verbatim', place('hurt'))
    expect(blobsOf(to)).toHaveLength(blobsOf(path).length - 1)
    expect(statSync(to).isDirectory()).toBe(true)
  })
})
