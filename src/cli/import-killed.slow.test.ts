import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { scratch } from '../core/library/fixtures/scratch.ts'

const PROGRAM = fileURLToPath(new URL('index.ts', import.meta.url))
const PAGES = 12

const started = (library: string, ...command: readonly string[]) =>
  spawn(process.execPath, ['--no-warnings', PROGRAM, '--library', library, '--json', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const statusesOf = (lines: string): string[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly status: string }).status)

const page = (number: number): string =>
  `<!doctype html><title>Lake ${String(number)}</title><p>${`The lake is ${String(number)} metres deep. `.repeat(40)}</p>
   <img src="data:image/gif;base64,R0lGODlhAQABAIAAA${'ABCDEFGHIJKL'[number] ?? ''}AAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">`

it.each([1, 5])(
  'an import that is killed after %i files leaves a whole library, and goes on when it is done again',
  async (files) => {
    using place = scratch()
    const folder = join(place.folder, 'in')
    mkdirSync(folder)
    for (let number = 0; number < PAGES; number += 1)
      writeFileSync(join(folder, `${String(number).padStart(2, '0')}.html`), page(number))
    const killed = started(place.path, 'import', folder)
    const seen: string[] = []
    for await (const line of createInterface(killed.stdout)) {
      seen.push(...statusesOf(line))
      if (seen.length === files) killed.kill('SIGKILL')
    }
    await once(killed, 'close')
    expect(seen.length).toBeGreaterThanOrEqual(files)
    expect(JSON.parse(await text(started(place.path, 'verify').stdout))).toMatchObject({ damaged: [] })
    const again = statusesOf(await text(started(place.path, 'import', folder).stdout))
    expect(again).toHaveLength(PAGES)
    expect(again.filter((status) => status === 'duplicate').length).toBeGreaterThanOrEqual(files)
    expect(again.filter((status) => status !== 'duplicate' && status !== 'imported')).toEqual([])
    expect(JSON.parse(await text(started(place.path, 'verify').stdout))).toMatchObject({
      originals: PAGES,
      damaged: [],
    })
    expect(readdirSync(join(place.path, 'blobs')).filter((name) => name.startsWith('.'))).toEqual([])
  },
)
