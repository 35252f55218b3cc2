import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createBrief, listBriefs, readBrief } from '../db/briefs.ts'
import { versionsHoldingAll } from '../db/candidates.ts'
import { countAll } from '../db/counts.ts'
import { eachVersion, listFiles, readText } from '../db/versions.ts'
import { briefOf, importText, scratch } from './fixtures/scratch.ts'
import type { Library } from './library.ts'

const SCRIPT = join(import.meta.dirname, 'fixtures', 'keep-writing.ts')

async function started(path: string, ...what: readonly string[]): Promise<ChildProcess> {
  const child = fork(SCRIPT, [path, ...what], {
    stdio: 'inherit',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  await once(child, 'message')
  return child
}

const ended = async (child: ChildProcess): Promise<unknown> =>
  child.exitCode ?? child.signalCode ?? (await once(child, 'exit'))[0]

/** Everything holds together: the file, each text, each original, the index. */
async function expectSound(library: Library): Promise<void> {
  expect(library.faults()).toEqual([])
  expect(library.reader.sql('PRAGMA foreign_key_check').all()).toEqual([])
  for (const version of eachVersion(library.reader)) {
    const word = readText(library.reader, version).split(' ')[1] ?? ''
    expect(versionsHoldingAll(library.reader, [word]).some((found) => found.version.id === version.id)).toBe(
      true,
    )
  }
  for (const { sha256 } of listFiles(library.reader)) expect(await library.blobs.verify(sha256)).toBe(true)
}

describe('several processes', () => {
  it('make one library between them and lose no write', async () => {
    using place = scratch()
    const children = await Promise.all([1, 2, 3].map(() => started(place.path, 'briefs', '40')))
    const library = place.open()
    for (let done = 0; done < 40; done += 1) {
      library.write('New brief', (writer) => createBrief(writer, briefOf(`own ${done}`)))
      expect(listBriefs(library.reader).length).toBeGreaterThan(done)
    }
    for (const child of children) expect(await ended(child)).toBe(0)
    expect(listBriefs(library.reader)).toHaveLength(160)
    expect(library.reader.sql('SELECT * FROM library').all()).toHaveLength(1)
    const steps = library.reader.sql<{ seq: number }>('SELECT seq FROM action ORDER BY seq').all()
    expect(steps.map(({ seq }) => seq)).toEqual(Array.from({ length: 160 }, (_, at) => at + 1))
  })

  it('read while one of them writes, and wait five seconds to write', async () => {
    using place = scratch()
    place.open().close()
    const child = await started(place.path, 'hold', '7000')
    await once(child, 'message')
    const library = place.open()
    expect(countAll(library.reader).briefs).toBe(0)
    const start = performance.now()
    expect(() => importText(library, 'Too early')).toThrow('still in use by another writer after 5 seconds')
    expect(performance.now() - start).toBeGreaterThan(4500)
    expect(await ended(child)).toBe(0)
    importText(library, 'In time')
    expect(countAll(library.reader)).toMatchObject({ briefs: 1, sources: 1 })
  })

  it('hear of one another’s changes', async () => {
    using place = scratch()
    const library = place.open()
    const changes = library.changes()
    const child = await started(place.path, 'briefs', '1')
    const { value } = await changes.next()
    expect(value).toEqual({ table: 'brief', ids: listBriefs(library.reader).map(({ id }) => id) })
    expect(await ended(child)).toBe(0)
    await changes.return()
  })
})

describe('a process that is killed', () => {
  it('leaves a sound library at whatever moment', async () => {
    using place = scratch()
    place.open().close()
    for (const milliseconds of [5, 40, 90, 170, 260]) {
      const child = await started(place.path, 'imports')
      await wait(milliseconds)
      child.kill('SIGKILL')
      await ended(child)
      const library = place.open()
      await expectSound(library)
      importText(library, `After ${milliseconds}`)
      library.close()
    }
    const left = readdirSync(place.path, { recursive: true }).map(String)
    expect(left.filter((name) => name.includes('.tmp-'))).toEqual([])
    expect(left.filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  })

  it('leaves every save of a brief that it told of, and the brief whole', async () => {
    for (const saves of [1, 7, 30, 61]) {
      using place = scratch()
      const child = await started(place.path, 'typing')
      let told = 0
      while (told < saves) told = Number((await once(child, 'message'))[0])
      child.on('message', (done) => (told = Number(done)))
      child.kill('SIGKILL')
      await ended(child)
      const library = place.open()
      await expectSound(library)
      const [brief] = listBriefs(library.reader)
      const content = readBrief(library.reader, brief?.id ?? '')?.content ?? ''
      const { text } = JSON.parse(content) as { readonly text: string }
      expect(Number(/\d+$/.exec(text)?.[0])).toBeGreaterThanOrEqual(told)
      expect(text.startsWith('typed '.repeat(2000))).toBe(true)
      library.close()
    }
  })

  it('leaves a place where a library can be made, while it makes one', async () => {
    for (let at = 0; at < 6; at += 1) {
      using place = scratch()
      const child = fork(SCRIPT, [place.path, 'briefs', '1'], { stdio: 'ignore' })
      while (!existsSync(place.path)) await wait(1)
      await wait(at * 4)
      child.kill('SIGKILL')
      await ended(child)
      const library = place.open()
      expect(library.faults()).toEqual([])
      importText(library, 'A text')
      expect(countAll(library.reader).sources).toBe(1)
    }
  })

  it('leaves no partial file once the next one writes, and takes none from one that runs', () => {
    using place = scratch()
    const library = place.open()
    const [dead, living] = ['.tmp-999999999-a', `.tmp-${process.ppid}-b`].map((name) =>
      join(library.path, 'blobs', name),
    )
    for (const file of [dead, living]) writeFileSync(file ?? '', 'part')
    expect(countAll(library.reader).sources).toBe(0)
    expect(existsSync(dead ?? '')).toBe(true)
    importText(library, 'A text')
    expect([existsSync(dead ?? ''), existsSync(living ?? '')]).toEqual([false, true])
  })
})
