import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bench, callHere } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

const fault = (stdout: string): string => (JSON.parse(stdout) as { error: { code: string } }).error.code

describe('a library', () => {
  test('is made by init, which changes nothing the second time', async () => {
    const made = await bench.json<{ id: string }>('init')
    expect(made).toEqual({
      path: bench.library,
      id: expect.stringMatching(/^lib_/),
      schemaVersion: expect.any(Number),
      counts: { sources: 0, versions: 0, annotations: 0, briefs: 0 },
      bytes: expect.any(Number),
    })
    expect(await bench.json('init')).toMatchObject({ id: made.id })
    expect(await bench.json('info')).toMatchObject({ id: made.id, path: bench.library })
  })

  test('that is absent stays so, whatever only reads', async () => {
    const draft = await bench.file('draft.md', 'He said “nothing at all of note”.')
    for (const command of [
      ['show', 'x'],
      ['check', draft],
      ['check', 'br_1'],
      ['search', 'x'],
      ['annotate', 'x', '--quote', 'y'],
    ]) {
      const { code, stderr } = await callHere('--library', bench.path('Absent.verbatim'), ...command)
      expect(code).toBe(3)
      expect(stderr).toMatch(/^There is no library at .+\.\n$/)
    }
    expect(existsSync(bench.path('Absent.verbatim'))).toBe(false)
  })
})

const opened = (path: string) => callHere('--library', path, '--json', 'sources')

/** The number stands in the file's header: 4 bytes, big-endian, at 60. */
function setUserVersion(file: string, version: number): void {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(version)
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, 4, 60)
  closeSync(handle)
}

describe('a library that cannot be opened ends with 3 and one sentence', () => {
  test('a newer one', async () => {
    const path = bench.path('Newer.verbatim')
    await callHere('--library', path, 'init')
    setUserVersion(join(path, 'library.db'), 9999)
    const { code, stdout, stderr } = await opened(path)
    expect([code, fault(stdout)]).toEqual([3, 'newer'])
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a damaged one', async () => {
    const path = bench.path('Damaged.verbatim')
    await mkdir(path)
    await writeFile(
      join(path, 'library.db'),
      'this is no database at all, only words, words and words'.repeat(200),
    )
    const { code, stdout } = await opened(path)
    expect([code, fault(stdout)]).toEqual([3, 'damaged'])
  })

  test('a file, or a folder of other things', async () => {
    const file = await bench.file('file.verbatim', 'words')
    expect((await opened(file)).code).toBe(3)
    const folder = bench.path('Other.verbatim')
    await mkdir(folder)
    await writeFile(join(folder, 'letter.txt'), 'words')
    const made = await callHere('--library', folder, '--json', 'init')
    expect([made.code, fault(made.stdout)]).toEqual([3, 'not-a-library'])
  })

  test.skipIf(process.getuid?.() === 0)('one that may not be read', async () => {
    const path = bench.path('Locked.verbatim')
    await callHere('--library', path, 'init')
    await chmod(join(path, 'library.db'), 0)
    expect((await opened(path)).code).toBe(3)
  })
})
