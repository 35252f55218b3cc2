import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { scratch } from '../library/fixtures/scratch.ts'
import { importPaths } from './import-paths.ts'
import { forkedParserHost } from './parser/forked-host.ts'
import { createParserPool } from './parser/pool.ts'

const MEGABYTE = 1024 * 1024
const PARAGRAPH = `${'The lake is half full today. '.repeat(12)}\n\n`

it.each([
  ['a text of 100 MB', 'large.txt', Buffer.alloc(100 * MEGABYTE, PARAGRAPH)],
  ['a line of 200 MB', 'line.txt', Buffer.alloc(200 * MEGABYTE, 'words ')],
  ['a Markdown file of 25 MB', 'large.md', Buffer.alloc(25 * MEGABYTE, PARAGRAPH)],
])('%s is refused in a plain sentence, and what comes after it is read', async (_, name, content) => {
  using place = scratch()
  const library = place.open()
  const parser = createParserPool(
    forkedParserHost(fileURLToPath(new URL('parser/entry.ts', import.meta.url))),
    1,
  )
  const paths = [name, 'good.txt'].map((each) => join(place.folder, each))
  for (const path of paths)
    writeFileSync(path, path.endsWith(name) ? content : 'The lake\n\nIt is half full.')
  const dependencies = {
    library,
    parser,
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fault: (error: unknown) => expect.unreachable(String(error)),
  }
  const outcomes = await Array.fromAsync(importPaths(dependencies, { paths, tags: [] }))
  parser.close()
  expect(outcomes).toMatchObject([
    {
      status: 'failed',
      error: { code: 'too-large', message: expect.stringContaining('Nothing was imported') as string },
    },
    { status: 'imported', source: { title: 'The lake' } },
  ])
})
