import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brief } from '../shared/contract/briefs.ts'
import type { Exported } from '../shared/contract/exports.ts'
import { Bench } from './bench.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let bench: Bench
let other: Bench
beforeAll(async () => {
  bench = await Bench.open()
  other = await Bench.open()
}, 60_000)
afterAll(async () => {
  await bench.close()
  await other.close()
})

test('an image goes with its brief into another library, and comes out as the same file', async () => {
  await mkdir(bench.path('plans'))
  await writeFile(bench.path('plans/quay.png'), PNG)
  const draft = await bench.file('quay.md', '# The quay\n\nIt leaks. ![The quay](plans/quay.png)\n')
  const { id } = await bench.json<Brief>('brief', 'import', draft)
  const out = bench.path('first.md')
  const { beside = [] } = await bench.json<Exported>('brief', 'export', id, '--to', 'verbatim', '--out', out)
  expect(await Promise.all(beside.map((path) => readFile(path)))).toEqual([PNG])

  const taken = await other.json<Brief>('brief', 'import', out)
  // Beside the first, whose image is there already.
  const again = bench.path('second.md')
  await other.json<Exported>('brief', 'export', taken.id, '--to', 'verbatim', '--out', again)
  expect(await readFile(again, 'utf8')).toBe(await readFile(out, 'utf8'))
})

test('a picture that was cut short is told of in every format, and goes into another library as it is', async () => {
  await mkdir(bench.path('cut'))
  await writeFile(bench.path('cut/quay.png'), PNG.subarray(0, -14))
  const draft = await bench.file('cut.md', '# The quay\n\nIt leaks. ![The quay](cut/quay.png)\n')
  const { id } = await bench.json<Brief>('brief', 'import', draft)
  for (const format of ['md', 'pandoc', 'obsidian', 'verbatim', 'pdf', 'docx', 'html']) {
    const out = bench.path(`cut-${format}`)
    const said = await bench.run('--json', 'brief', 'export', id, '--to', format, '--out', out)
    const { beside = [] } = JSON.parse(said.stdout) as Exported
    const isFile = ['md', 'pandoc', 'obsidian', 'verbatim'].includes(format)
    expect([format, said.code]).toEqual([format, 0])
    expect(said.stderr).toContain(isFile ? 'An image of the brief is damaged.' : 'as a description only.')
    if (isFile)
      expect(await Promise.all(beside.map((path) => readFile(path)))).toEqual([PNG.subarray(0, -14)])
  }
})
