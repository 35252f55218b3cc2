import { expect, it } from 'vitest'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Sha256 } from './ids.ts'
import type { Reader, SqlValue } from './reader.ts'
import {
  citekeysInUse,
  citekeysLike,
  findSourcesByOriginal,
  findSourcesByPath,
  findSourcesByUrl,
  getSourceRow,
} from './sources.ts'
import { removeSource } from './trash.ts'
import { findDuplicate } from './versions.ts'

/** How SQLite goes about each query that is asked of a reader. */
function watched(reader: Reader): { readonly reader: Reader; readonly plans: string[] } {
  const plans: string[] = []
  const explain = (text: string, values: readonly SqlValue[]): void => {
    const steps = reader.sql<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...values)
    plans.push(...steps.map(({ detail }) => detail))
  }
  const sql: Reader['sql'] = (text) => {
    const asked = reader.sql(text)
    return {
      all: (...values) => (explain(text, values), asked.all(...values)),
      get: (...values) => (explain(text, values), asked.get(...values)),
    } as ReturnType<Reader['sql']> as never
  }
  return { reader: { ...reader, sql }, plans }
}

const HASH = 'a'.repeat(64) as Sha256
const ASKED: readonly [string, (reader: Reader) => unknown][] = [
  ['its address', (reader) => findSourcesByUrl(reader, 'https://example.org/')],
  ['its path', (reader) => findSourcesByPath(reader, '/a.txt')],
  ['its original', (reader) => findSourcesByOriginal(reader, HASH)],
  ['its citekey', (reader) => citekeysLike(reader, 'marrow2024port')],
  ['its id', (reader) => getSourceRow(reader, 'src_1')],
  [
    'bytes read the same way',
    (reader) => findDuplicate(reader, { originalSha256: HASH, importer: 'text', options: {} }),
  ],
]

it.each(ASKED)('an import that asks for %s looks at no table whole', (_, ask) => {
  using place = scratch()
  const { reader, plans } = watched(place.open().reader)
  ask(reader)
  expect(plans).not.toEqual([])
  expect(plans.filter((step) => /^SCAN (?:s|v|source|version)\b/.test(step))).toEqual([])
})

it('citekeys that begin alike are the ones in use', () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, 'Words.')
  const [taken = ''] = citekeysInUse(library.reader)
  expect([...citekeysLike(library.reader, taken.slice(0, 4))]).toEqual([taken])
  expect([...citekeysLike(library.reader, `${taken}a`)]).toEqual([])
  library.write('Remove', (writer) => removeSource(writer, source))
  expect([...citekeysLike(library.reader, taken)]).toEqual([taken])
  library.undo()
  library.undo()
  expect([...citekeysLike(library.reader, taken)]).toEqual([])
})
