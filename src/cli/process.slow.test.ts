import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
