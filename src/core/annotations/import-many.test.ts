import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AnnotationImport } from '../../shared/contract/annotations.ts'
import { listAnnotations } from '../db/annotations.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { importAnnotations } from './import.ts'

const WORDS = Array.from({ length: 3000 }, (_, at) => `word${String(at)}`)
const TEXT = WORDS.join(' ')
const MALFORMED = [null, 'words', { type: 'Annotation' }, { type: 'Annotation', target: [] }]

/** An annotation on each word, and four that are none among them. */
function fileOf(source: string): string {
  const marked = WORDS.map((exact, at) => {
    const start = TEXT.indexOf(`${exact} `)
    const position = { type: 'TextPositionSelector', start, end: start + exact.length }
    const selector = [{ type: 'TextQuoteSelector', exact }, position]
    return { id: `urn:x:${String(at)}`, type: 'Annotation', bodyValue: exact, target: { source, selector } }
  }).slice(0, -1)
  return JSON.stringify(marked.toSpliced(1500, 0, ...(MALFORMED as never[])))
}

const statusesOf = (outcomes: readonly AnnotationImport[]) => {
  const counted = { imported: 0, duplicate: 0, failed: 0 }
  for (const { status } of outcomes) counted[status] += 1
  return counted
}

const standing = ({ reader }: Library): number => listAnnotations(reader).length

test('of very many annotations on one source each is placed, and malformed ones hide no other', async () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, TEXT)
  const ending = new AbortController()
  let turns = 0
  const others = (async () => {
    for (; !ending.signal.aborted; turns += 1) await turn()
  })()
  const outcomes = await Array.fromAsync(importAnnotations(library, { json: fileOf(source) }))
  ending.abort()
  await others
  expect(turns).toBeGreaterThan(50)
  expect(statusesOf(outcomes)).toEqual({ imported: 2999, duplicate: 0, failed: 4 })
  expect(outcomes.flatMap(({ status, index }) => (status === 'failed' ? index : []))).toEqual([
    1500, 1501, 1502, 1503,
  ])
  expect(outcomes.every(({ index }, at) => index === at)).toBe(true)
  expect(standing(library)).toBe(2999)
  const again = await Array.fromAsync(importAnnotations(library, { json: fileOf(source) }))
  expect(statusesOf(again)).toEqual({ imported: 0, duplicate: 2999, failed: 4 })
  expect(library.undo()).toBe('import annotations')
  expect(standing(library)).toBe(0)
})

test('taking in is stopped in the middle: what is in stays, and the next time takes the rest', async () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, TEXT)
  const stopping = new AbortController()
  const first: AnnotationImport[] = []
  for await (const outcome of importAnnotations(library, { json: fileOf(source) }, stopping.signal)) {
    first.push(outcome)
    if (first.length === 500) stopping.abort()
  }
  expect(first.length).toBeGreaterThanOrEqual(500)
  expect(first.length).toBeLessThan(1000)
  expect(standing(library)).toBe(first.length)
  const rest = await Array.fromAsync(importAnnotations(library, { json: fileOf(source) }))
  expect(statusesOf(rest)).toEqual({
    imported: 2999 - first.length,
    duplicate: first.length,
    failed: 4,
  })
  library.undo()
  expect(standing(library)).toBe(first.length)
})

test('the same annotation twice in a file is one', async () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, TEXT)
  const [one = null] = JSON.parse(fileOf(source)) as unknown[]
  const outcomes = await Array.fromAsync(importAnnotations(library, { json: JSON.stringify([one, one]) }))
  expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'duplicate'])
})
