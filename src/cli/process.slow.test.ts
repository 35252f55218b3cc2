import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
  await bench.run('init')
})
afterAll(() => bench.close())

describe('the library', () => {
  test('is named by the environment, or is in the user’s data folder', async () => {
    const named = await bench.spawn(
      { environment: { VERBATIM_LIBRARY: bench.path('Env.verbatim') } },
      '--json',
      'init',
    )
    expect(JSON.parse(named.stdout)).toMatchObject({ path: bench.path('Env.verbatim') })
    const own = await bench.spawn({ environment: { XDG_DATA_HOME: bench.path('data') } }, '--json', 'init')
    expect(JSON.parse(own.stdout)).toMatchObject({
      path: join(bench.path('data'), 'verbatim', 'Library.verbatim'),
    })
    const home = await bench.spawn({}, 'sources')
    expect(home.code).toBe(3)
    expect(home.stderr).toContain(join(bench.folder, '.local', 'share', 'verbatim', 'Library.verbatim'))
  })
})

test('a library in use by another writer for more than five seconds ends with 3; reading goes on', async () => {
  const text = await bench.file('letter.txt', 'The harbour stays open, said the harbour master on Monday.')
  const holder = spawn(
    process.execPath,
    ['--input-type=module', '-e', HOLD, join(bench.library, 'library.db')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  await once(holder.stdout, 'data')
  const [reading, writing] = await Promise.all([bench.run('sources'), bench.run('--json', 'import', text)])
  holder.stdin.end()
  await once(holder, 'close')
  expect(reading.code).toBe(0)
  expect(writing.code).toBe(3)
  expect(writing.stderr).toContain('in use by another writer')
  expect(JSON.parse(writing.stdout)).toMatchObject({ error: { code: 'in-use' } })
  expect((await bench.run('import', text)).code).toBe(0)
})

const HOLD = `
import Database from '${import.meta.resolve('better-sqlite3')}'
const database = new Database(process.argv[1])
database.exec('BEGIN IMMEDIATE')
console.log('held')
process.stdin.resume().on('end', () => database.exec('ROLLBACK'))
`

const PROGRAM = fileURLToPath(new URL('../../bin/verbatim.mjs', import.meta.url))

describe('as a process', () => {
  test('reads an article from standard input', async () => {
    const input = 'The tide\n\nThe tide comes at noon, said the clerk of the harbour.'
    const { code, stdout } = await bench.spawn({ input }, '--library', bench.library, '--json', 'import', '-')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ path: '-', status: 'imported', source: { title: 'The tide' } })
  })

  test('names paths as they were given', async () => {
    await bench.file('near.txt', 'The gulls\n\nThe gulls were loud, said the clerk of the harbour.')
    const { stdout } = await bench.spawn({}, '--library', bench.library, '--json', 'import', './near.txt')
    expect(JSON.parse(stdout)).toMatchObject({ path: './near.txt' })
  })

  test('is quiet when its reader stops early', async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${PROGRAM}" --help | head -n 1; echo done`])
    const out: string[] = []
    shell.stdout.on('data', (chunk: Buffer) => out.push(String(chunk)))
    shell.stderr.on('data', (chunk: Buffer) => out.push(String(chunk)))
    await once(shell, 'close')
    expect(out.join('')).toMatch(/^Usage: .*\ndone\n$/)
  })

  test('does the whole work and ends with its true exit code when its reader stops early', async () => {
    const files = [await bench.file('first.txt', 'First words.'), await bench.file('last.txt', 'Last words.')]
    const argv = ['--library', bench.library, 'import', ...files, bench.path('absent.txt')]
    const child = spawn(process.execPath, [PROGRAM, ...argv])
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([1, null])
    expect(await bench.json('sources', 'last words')).toHaveLength(1)
  })

  test.skipIf(!existsSync('/dev/full'))(
    'says in one sentence that its result could not be written',
    async () => {
      const child = spawn('sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, PROGRAM, 'help'])
      let errors = ''
      child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
      expect(await once(child, 'close')).toEqual([1, null])
      expect(errors).toBe('The result could not be written (ENOSPC). What was stored is kept.\n')
    },
  )

  test('stops in good order at Ctrl+C, and what was imported is kept', async () => {
    for (let at = 0; at < 40; at++) {
      await bench.file(
        `many-${at}.txt`,
        `Letter ${at}\n\nThe clerk wrote letter number ${at} to the harbour board.`,
      )
    }
    const child = spawn(process.execPath, [
      PROGRAM,
      '--library',
      bench.library,
      '--json',
      'import',
      bench.folder,
    ])
    const lines: string[] = []
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
    child.stdout.on('data', (chunk: Buffer) => {
      lines.push(String(chunk))
      if (String(chunk).includes('imported')) child.kill('SIGINT')
    })
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(1)
    expect(errors).toContain('Stopped; what was imported is kept.')
    const outcomes = lines
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportOutcome)
    expect(outcomes.length).toBeLessThan(40)
    const kept = outcomes.flatMap(({ status, source }) =>
      status === 'imported' && source ? [source.id] : [],
    )
    const stored = await bench.json<{ id: string }[]>('sources')
    expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(kept))
  })
})
