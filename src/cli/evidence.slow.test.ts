import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Exported } from '../shared/contract/exports.ts'
import type { EvidenceFile } from '../core/export/evidence-package/proof.ts'
import { ATTACKS } from '../core/export/fixtures/evidence-attacks.ts'
import { attacked, type Files } from '../core/export/fixtures/tampering.ts'
import { Bench } from './bench.ts'
import { open } from './open.ts'
import { makeEvidenceLibrary } from './fixtures/evidence-library.ts'

let bench: Bench
let brief = ''
let whole: Files
beforeAll(async () => {
  bench = await Bench.open()
  const call = async (...words: readonly string[]) => (await bench.run('--json', ...words)).stdout
  brief = await makeEvidenceLibrary({ call, file: (name, content) => bench.file(name, content) })
  await exported('P')
  whole = await filesIn(bench.path('P'))
}, 60_000)
afterAll(() => bench.close())

const exported = (out: string, ...more: readonly string[]) =>
  bench.json<Exported>('brief', 'export', brief, '--to', 'evidence', '--out', bench.path(out), ...more)

async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = paths.map(async (path): Promise<[string, Uint8Array]> => [
    path.slice(folder.length + 1).replaceAll('\\', '/'),
    await readFile(path),
  ])
  return new Map(await Promise.all(read))
}

/** `node verify.mjs` in a folder with these files. */
async function verify(files: ReadonlyMap<string, Uint8Array>, ...more: readonly string[]) {
  const folder = await mkdtemp(bench.path('check-'))
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const ended = await new Promise<{ code: number; stdout: string }>((resolve) => {
    const child = execFile(process.execPath, ['verify.mjs', ...more], { cwd: folder }, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, stdout }),
    )
  })
  await rm(folder, { recursive: true })
  return { ...ended, last: ended.stdout.trimEnd().split('\n').at(-1) ?? '' }
}

/** Bytes of whichever class compare. */
const plain = (files: Files): Files => new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)]))

/** Another version of a source, which nothing quotes. */
const addLarge = (files: Files) => {
  const evidence = JSON.parse(textOf(files, 'evidence.json')) as EvidenceFile
  const [first, ...rest] = evidence.sources
  const versions = first?.versions.map((version) => ({ ...version, number: 9, text: 'sources/large.txt' }))
  const sources = [{ ...first, versions: [...(first?.versions ?? []), ...(versions ?? [])] }, ...rest]
  files.set('evidence.json', new TextEncoder().encode(JSON.stringify({ ...evidence, sources })))
  files.set('sources/large.txt', Buffer.alloc(24_000_000, 'A long text. '))
}

describe('verify.mjs', () => {
  test('passes a whole package and says what is not proven', async () => {
    const { code, last } = await verify(whole)
    expect(last).toBe(
      'The package agrees with itself: 13 of 21 quotations proven to stand in its sources as shown; NOT proven: ' +
        '1 altered, 1 misattributed, 3 not-found; not judged: 1 set-aside, 1 too-short, 1 translated; it is not ' +
        'signed, so whoever hands it on could have made all of it anew.',
    )
    expect(code).toBe(0)
  })

  test.each(ATTACKS)('catches $name (all else made to fit: $remakes)', async (attack) => {
    const { code, last } = await verify(attacked(whole, attack))
    expect(last).toMatch(/^This package is NOT what it says it is/)
    expect(code).toBe(1)
  })

  test('passes a package that was made anew as it was', async () => {
    expect((await verify(attacked(whole, { name: '', remakes: true, change: () => undefined }))).code).toBe(0)
  })

  test('reads a package of many megabytes', async () => {
    expect(await verify(attacked(whole, { name: '', remakes: true, change: addLarge }))).toMatchObject({
      code: 0,
    })
  })

  test('tells of passages between quotation marks that a package says nothing of', async () => {
    const left = ATTACKS.find(({ name }) => name.startsWith('an altered quotation left out'))
    const files = attacked(whole, {
      name: '',
      remakes: true,
      change: (before) => {
        left?.change(before)
        const evidence = new TextDecoder().decode(before.get('evidence.json'))
        before.set('evidence.json', new TextEncoder().encode(evidence.replace('"others": 0', '"others": 1')))
      },
    })
    const { code, last } = await verify(files)
    expect(last).toContain('NOT proven: 1 misattributed, 3 not-found, 1 more between quotation marks')
    expect(code).toBe(0)
  })

  test('says what is wrong with a call', async () => {
    expect((await verify(whole, '--key')).code).toBe(2)
    expect((await verify(whole, '--key', 'abc')).code).toBe(2)
    expect((await verify(whole, '--other')).code).toBe(2)
  })

  test('is less than 300 lines', async () => {
    const lines = new TextDecoder().decode(whole.get('verify.mjs')).split('\n').length - 1
    expect(lines).toBeLessThan(300)
  })
})

describe('a package', () => {
  test('is the same, byte for byte, from the same brief and library', async () => {
    await exported('again')
    expect(await filesIn(bench.path('again'))).toEqual(whole)
    await exported('one.zip')
    await exported('two.zip')
    expect(await readFile(bench.path('one.zip'))).toEqual(await readFile(bench.path('two.zip')))
  })

  test('has the same files as a zip', async () => {
    await exported('files.zip')
    const inside = unzipSync(await readFile(bench.path('files.zip')))
    expect(plain(new Map(Object.entries(inside)))).toEqual(plain(whole))
  })

  test('says what its schema says', () => {
    const schema = JSON.parse(textOf(whole, 'evidence.schema.json')) as Parameters<typeof z.fromJSONSchema>[0]
    const evidence: unknown = JSON.parse(textOf(whole, 'evidence.json'))
    expect(z.fromJSONSchema(schema).safeParse(evidence).error).toBeUndefined()
    expect(z.fromJSONSchema(schema).safeParse({ ...(evidence as object), more: 1 }).success).toBe(false)
  })

  test('knows no folder of its author’s computer', () => {
    for (const [path, bytes] of whole)
      expect(`${path} ${Buffer.from(bytes).includes(bench.folder)}`).toBe(`${path} false`)
  })

  test('has the originals when they are asked for', async () => {
    await exported('with', '--originals')
    const files = await filesIn(bench.path('with'))
    const original = [...files.keys()].find((path) => path.startsWith('originals/') && path.includes('wall'))
    expect(textOf(files, original ?? '')).toContain('The wall at Port Sel')
    expect((await verify(files)).code).toBe(0)
    files.set(original ?? '', new TextEncoder().encode('Other words.'))
    expect((await verify(files)).code).toBe(1)
  })

  test('is not written where something stands already, or with faults and --strict', async () => {
    const call = (...more: readonly string[]) =>
      bench.run('--json', 'brief', 'export', brief, '--to', 'evidence', ...more)
    expect(await call('--out', bench.path('P'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('It was kept'),
    })
    expect((await call('--out', bench.path('strict'), '--strict')).code).toBe(1)
    expect((await call('--out', bench.path('none/here.zip'))).code).toBe(1)
    expect(await filesIn(bench.path('P'))).toEqual(whole)
    await exported('P', '--force')
    expect(await filesIn(bench.path('P'))).toEqual(whole)
    expect((await readdir(bench.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('stopped on the way leaves nothing', async () => {
    const { client, close } = open(bench.library, false, {
      stdout: process.stdout,
      stderr: process.stderr,
      environment: {},
      interruption: () => new AbortController().signal,
      log: { error: () => undefined },
    })
    const asked = { brief, format: 'evidence', out: bench.path('stopped') } as const
    const stopping = new AbortController()
    const exporting = client.briefs.export(asked, { signal: stopping.signal })
    stopping.abort()
    await expect(exporting).rejects.toThrow()
    close()
    expect((await readdir(bench.folder)).filter((name) => /stopped|^\./u.test(name))).toEqual([])
  })

  test('is not made of a brief without quotations', async () => {
    const draft = await bench.file('plain.md', 'Nobody is quoted.\n')
    const { id } = await bench.json<{ id: string }>('brief', 'import', draft)
    const { code, stderr } = await bench.run(
      'brief',
      'export',
      id,
      '--to',
      'evidence',
      '--out',
      bench.path('none'),
    )
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('nothing to prove') })
  })
})

/** A package signed with a key of the test’s. */
const signed = async () => {
  const key = bench.path('my.key')
  const { fingerprint } = await bench
    .json<{ fingerprint: string }>('key', 'show', key)
    .catch(() => bench.json<{ fingerprint: string }>('key', 'create', '--out', key))
  await exported('signed', '--sign', key, '--force')
  return { fingerprint, files: await filesIn(bench.path('signed')) }
}

/** A source that says otherwise, and a brief that quotes it truly: nothing but a signature could tell. */
const retell = (before: Files): void => {
  for (const [path, bytes] of before) {
    if (!/brief\.(?:md|html)|evidence\.json|sources\//u.test(path)) continue
    const text = new TextDecoder().decode(bytes).replaceAll('seen the cracks', 'seen the tracks')
    before.set(path, new TextEncoder().encode(text))
  }
}

describe('a signature', () => {
  test('holds, and names its key', async () => {
    const { fingerprint, files } = await signed()
    expect((await verify(files)).last).toContain(
      `it is signed with the key ${fingerprint}, and you must know`,
    )
    expect(await verify(files, '--key', fingerprint)).toMatchObject({
      code: 0,
      last: expect.stringContaining('the one asked for'),
    })
    expect((await verify(files, '--key', '0'.repeat(64))).code).toBe(1)
    expect((await verify(whole, '--key', fingerprint)).code).toBe(1)
  })

  test('is the same each time', async () => {
    expect((await signed()).files).toEqual((await signed()).files)
  })

  test('does not hold for a package that was made anew', async () => {
    const { fingerprint, files } = await signed()
    expect((await verify(attacked(whole, { name: '', remakes: true, change: retell }))).code).toBe(0)
    expect((await verify(attacked(files, { name: '', remakes: true, change: retell }))).code).toBe(1)
    const without = (before: Files): void => {
      retell(before)
      before.delete('signature.json')
    }
    expect((await verify(attacked(files, { name: '', remakes: true, change: without }))).code).toBe(1)
    expect((await verify(files, '--key', fingerprint)).code).toBe(0)
  })

  test('needs a key; a key is its owner’s alone and never written over', async () => {
    const { fingerprint } = await signed()
    const key = bench.path('my.key')
    if (process.platform !== 'win32') expect((await stat(key)).mode & 0o777).toBe(0o600)
    expect((await bench.run('key', 'create', '--out', key)).code).toBe(1)
    expect((await bench.run('key', 'show', key)).stdout.trim()).toBe(fingerprint)
    const none = await bench.file('no.key', 'words')
    for (const path of [none, bench.path('absent.key')]) {
      const ended = await bench.run(
        'brief',
        'export',
        brief,
        '--to',
        'evidence',
        '--out',
        bench.path('x'),
        '--sign',
        path,
      )
      expect(ended.code).toBe(1)
    }
    expect(
      (await bench.run('brief', 'export', brief, '--to', 'md', '--out', bench.path('x'), '--sign', key)).code,
    ).toBe(2)
  })
})

const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.get(path))
