import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CitationStyle } from '../shared/contract/citations.ts'
import { Bench } from './bench.ts'

const STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House</title><id>http://example.org/house</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
</style>`

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
  await bench.run('init')
})
afterAll(() => bench.close())

const listed = async (): Promise<readonly string[]> =>
  (await bench.json<CitationStyle[]>('styles')).map(({ id }) => id)

test('a style of one’s own is added, listed and removed', async () => {
  const house = { id: 'house', title: 'House', isNote: false, added: true }
  expect(await bench.json('styles', 'add', await bench.file('house.csl', STYLE))).toEqual(house)
  expect(await bench.json('styles')).toContainEqual(house)
  expect((await bench.run('styles')).stdout).toMatch(/^house +House +added$/m)
  expect((await bench.run('styles', 'remove', 'house')).stdout).toBe('Removed the citation style “House”.\n')
  expect(await listed()).not.toContain('house')
})

test.each([
  ['no style', '<html></html>', 'no-style'],
  [
    'only the name of another',
    STYLE.replace(/<citation>.*<\/citation>/su, '').replace(
      '</id>',
      '</id><link rel="independent-parent" href="http://example.org/far"/>',
    ),
    'unknown-parent',
  ],
])('a file that is %s is refused in a sentence, and nothing is stored', async (_, text, code) => {
  const before = await listed()
  const ended = await bench.run('--json', 'styles', 'add', await bench.file('bad.csl', text))
  expect(ended.code).toBe(1)
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code } })
  expect(ended.stderr).toMatch(/Nothing was stored or written\. .+\.\n$/)
  expect(await listed()).toEqual(before)
})

test('one that comes with the program stays', async () => {
  const ended = await bench.run('styles', 'remove', 'apa')
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(await listed()).toContain('apa')
})
