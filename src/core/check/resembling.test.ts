import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, constantFrom, property } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../db/database.ts'
import { populateVersion2 } from '../db/fixtures/populated-v2.ts'
import { migrate } from '../db/migrate.ts'
import { MIGRATIONS } from '../db/migrations.ts'
import { listWordCodes, wordCodesPending } from '../db/text-words.ts'
import { removeSource } from '../db/trash.ts'
import { addVersion } from '../db/versions.ts'
import { importText, scratch, versionOf, type Scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { fold } from '../../shared/verdict/fold.ts'
import { findSimilar, wordKeys } from '../../shared/verdict/similar.ts'
import { wordsOf } from '../../shared/verdict/words.ts'
import { resemblance } from './resembling.ts'
import { makeWordCodes } from './make-word-codes.ts'

const word = constantFrom('the', 'port', 'of', 'non-binding', '2.5', 'closed', '中国', 'erdoğan', 'weir', 'x')

function keysOf(words: readonly string[]): readonly string[] {
  const folded = fold(words.join(' '))
  return wordKeys(folded, wordsOf(folded))
}

let place: Scratch
let library: Library
const texts = new Map<string, readonly string[]>()

beforeAll(() => {
  place = scratch()
  library = place.open()
  const made = [...'abcdefghijklmnopqrst'].map((_, at) =>
    ['weir', 'port', 'the', 'closed', 'x', 'of', '2.5', 'non-binding'].filter(
      (__, n) => (at * 7 + n * n) % 5 < 3,
    ),
  )
  for (const [at, words] of made.entries()) {
    const { version } = importText(library, words.join(' '), { citekey: `doc${String(at)}` })
    texts.set(version, words)
  }
})

afterAll(() => place[Symbol.dispose]())

describe('looking for the versions that may have a passage like a quotation', () => {
  it('misses none that has one, and tells no less than it shares', () => {
    const find = resemblance(library.reader)
    assert(
      property(array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const keys = keysOf(words)
        const found = new Map(find(keys).map(({ version, atMost }) => [version as string, atMost]))
        for (const [version, held] of texts) {
          const window = findSimilar(keys, keysOf(held))
          if (window !== null) expect(found.get(version) ?? 0).toBeGreaterThanOrEqual(window.shared)
        }
      }),
    )
  })

  it('gives those that may share most first, and leaves out those that cannot', () => {
    const find = resemblance(library.reader)
    const shares = find(['weir', 'port', 'the', 'closed']).map(({ atMost }) => atMost)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(find(['nothing', 'of', 'the', 'kind', 'stands', 'here', 'at', 'all'])).toEqual([])
  })

  it('looks in older versions and in the trash, not in what was taken back', () => {
    using own = scratch()
    const opened = own.open()
    const words = ['the', 'weir', 'closed', 'in', 'march']
    const { source, version } = importText(opened, words.join(' '))
    const newer = opened.write('Re-import', (writer) =>
      addVersion(writer, source, versionOf(opened, 'Gone.')),
    )
    const found = (): readonly string[] => resemblance(opened.reader)(words).map((each) => each.version)
    expect(found()).toEqual([version])
    expect(listWordCodes(opened.reader).map((each) => each.version)).toEqual([version, newer])
    opened.write('Remove', (writer) => removeSource(writer, source))
    expect(found()).toEqual([version])
  })
})

/** A library of schema 3 with sources of these texts. */
function older(at: Scratch, made: readonly string[]): void {
  mkdirSync(at.path)
  const connection = connect(join(at.path, 'library.db'), true)
  connection.pragma('journal_mode = WAL')
  const step = { path: at.path, backups: join(at.path, 'backups'), now: '2026-02-03T04:05:06.789Z' }
  migrate(connection, { ...step, migrations: MIGRATIONS.slice(0, 2) })
  populateVersion2(connection, made)
  migrate(connection, { ...step, migrations: MIGRATIONS.slice(0, 3) })
  connection.close()
}

describe('a library of schema 3', () => {
  const words = ['the', 'weir', 'closed', 'in', 'march']

  it('may have a passage anywhere until the codes of its texts are made', async () => {
    using own = scratch()
    older(own, [words.join(' '), 'Nothing of note.'])
    const opened = own.open()
    expect(wordCodesPending(opened.reader)).toBe(true)
    const found = (): readonly string[] => resemblance(opened.reader)(words).map((each) => each.version)
    expect(found()).toEqual(expect.arrayContaining(['ver_text0', 'ver_text1']))
    await makeWordCodes(opened)
    expect(wordCodesPending(opened.reader)).toBe(false)
    expect(found()).toEqual(['ver_text0'])
    expect(opened.undo()).toBe('Import')
  })

  it('has some of them made by each write', () => {
    using own = scratch()
    older(own, [words.join(' ')])
    const opened = own.open()
    importText(opened, 'Something else.')
    expect(wordCodesPending(opened.reader)).toBe(false)
  })
})
