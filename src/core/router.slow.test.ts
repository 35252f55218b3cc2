import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCore, type Core } from './core.ts'
import { forkedParserHost } from './import/parser/forked-host.ts'

let folder: string
let core: Core
let logged: unknown[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-core-'))
  logged = []
  core = createCore({
    path: join(folder, 'Test.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('./import/parser/entry.ts', import.meta.url))),
    standardInput: async () => Buffer.from('Piped in\n\nThe words that came by standard input.'),
    fonts: fileURLToPath(new URL('../../resources/fonts', import.meta.url)),
    log: { error: (_, thrown) => logged.push(thrown) },
    who: 'tester',
  })
})
afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

async function failure(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof ORPCError) return thrown
  throw new Error('It did not fail as the contract says', { cause: thrown })
}

describe('what goes wrong', () => {
  test('is an error of the contract, with a sentence and data', async () => {
    const error = await failure(core.client.sources.get({ source: 'nobody' }))
    expect(error).toMatchObject({
      code: 'REFUSED',
      defined: true,
      data: { reason: 'unknown-source', detail: { source: 'nobody' } },
    })
    expect(error.message).toMatch(/^There is no source “nobody”/)
  })

  test('is found before any work when the input is not the contract’s', async () => {
    const error = await failure(core.client.library.search({ query: '' }))
    expect(error.code).toBe('BAD_REQUEST')
  })

  test('of our own making is logged whole and told plainly', async () => {
    core.close()
    const error = await failure(core.client.library.info({}))
    expect(error.code).toBe('INTERNAL_SERVER_ERROR')
    expect(error.message).not.toMatch(/database|connection/)
    expect(logged).toEqual([expect.any(Error)])
  })

  test('midway in a stream is the same error', async () => {
    const outcomes = await core.client.sources.import({ paths: ['-'], encoding: 'klingon' })
    const error = await failure(outcomes.next())
    expect(error).toMatchObject({ code: 'USAGE', data: { reason: 'unknown-encoding' } })
  })
})

test('an import that is broken off stops, and keeps what it imported', async () => {
  const paths = [0, 1, 2].map((at) => {
    const path = join(folder, `${at}.txt`)
    writeFileSync(path, `Letter ${at}\n\nThe clerk wrote letter ${at} to the board.`)
    return path
  })
  for await (const { status } of await core.client.sources.import({ paths })) {
    expect(status).toBe('imported')
    break
  }
  expect(await core.client.sources.list({})).toHaveLength(1)
})

test('the changes stream tells what was written, and ends with its reader', async () => {
  const controller = new AbortController()
  const changes = await core.client.library.changes({}, { signal: controller.signal })
  const first = changes.next()
  for await (const _ of await core.client.sources.import({ paths: ['-'] })) continue
  const { value } = await first
  expect(value).toMatchObject({ table: expect.any(String), ids: expect.any(Array) })
  controller.abort()
})

test('an annotation is undone and redone', async () => {
  for await (const _ of await core.client.sources.import({ paths: ['-'] })) continue
  const [source] = await core.client.sources.list({})
  await core.client.annotations.create({ source: source?.id ?? '', place: { quote: 'standard input' } })
  expect(await core.client.library.undo({})).toEqual({ undone: 'annotate' })
  expect(await core.client.annotations.list({})).toEqual([])
  expect(await core.client.library.redo({})).toEqual({ redone: 'annotate' })
  expect(await core.client.annotations.list({})).toMatchObject([{ exact: 'standard input' }])
})
