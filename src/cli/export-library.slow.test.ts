import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Bench, callHere } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
  await bench.run(
    'import',
    await bench.file('port.txt', 'Port news\n\nThe port of Lessing is open to all ships.\n'),
  )
  await bench.run('annotate', 'portndnews', '--quote', 'open to all ships')
}, 60_000)
afterAll(() => bench.close())

test('a library goes out as a folder and comes back as a library', async () => {
  const out = bench.path('out')
  expect(await bench.json('export', 'library', '--out', out)).toMatchObject({ path: out, warnings: [] })
  expect(readdirSync(out)).toContain('README.md')
  const to = bench.path('Back.verbatim')
  const made = await callHere('--json', 'restore', out, '--to', to)
  expect([made.code, JSON.parse(made.stdout)]).toMatchObject([
    0,
    { path: to, counts: { sources: 1, versions: 1, annotations: 1, briefs: 0 }, missing: 0 },
  ])
  const listed = await callHere('--library', to, '--json', 'annotations')
  expect(JSON.parse(listed.stdout)).toEqual(await bench.json('annotations'))
  const verified = await callHere('--library', to, '--json', 'verify')
  expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([0, { damaged: [] }])
})

test('what is there is kept, and what is no exported folder is refused in one sentence', async () => {
  const taken = await bench.run('export', 'library', '--out', bench.folder)
  expect([taken.code, taken.stderr]).toEqual([1, expect.stringContaining('Name a new folder.')])
  const none = await callHere('restore', bench.library, '--to', bench.path('No.verbatim'))
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('Nothing was restored.')])
  expect(existsSync(bench.path('No.verbatim'))).toBe(false)
  expect((await callHere('restore', bench.folder)).code).toBe(2)
  expect((await bench.run('export', 'library')).code).toBe(2)
})
