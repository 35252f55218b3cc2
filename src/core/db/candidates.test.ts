import { array, assert, constantFrom, property } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { versionCandidate, versionsHoldingAll, versionsOfCitekey } from './candidates.ts'
import { editSource } from './source-facts.ts'
import { addVersion } from './versions.ts'

const VOCABULARY = [
  'port',
  'non-binding',
  'can’t',
  '2.5',
  'Erdoğan',
  '43,000',
  'ﬁnal',
  '中国',
  '政府',
  'کتاب',
  'the',
  'of',
]

let place: Scratch
let library: Library
const texts = new Map<string, readonly string[]>()

beforeAll(() => {
  place = scratch()
  library = place.open()
  for (let document = 0; document < 40; document += 1) {
    const words = VOCABULARY.filter((_, at) => (document * 7 + at * at) % 5 < 2 || at > 9)
    const { version } = importText(library, words.join(' '), { title: 'Untitled', citekey: `doc${document}` })
    texts.set(version, words)
  }
})

afterAll(() => place[Symbol.dispose]())

const ids = (found: readonly { readonly version: { readonly id: string } }[]): string[] =>
  found.map(({ version }) => version.id)

describe('looking for the versions that may hold a quotation', () => {
  it('misses none that holds all of its words', () => {
    assert(
      property(array(constantFrom(...VOCABULARY), { maxLength: 8 }), (words) => {
        const found = new Set(ids(versionsHoldingAll(library.reader, words)))
        for (const [id, held] of texts)
          if (words.every((word) => held.includes(word))) expect(found).toContain(id)
      }),
    )
  })

  it('leaves out most of those that hold too little', () => {
    expect(versionsHoldingAll(library.reader, ['absent'])).toEqual([])
    const holding = [...texts]
      .filter(([, held]) => held.includes('port') && held.includes('2.5'))
      .map(([id]) => id)
    expect(ids(versionsHoldingAll(library.reader, ['port', '2.5'])).toSorted()).toEqual(holding.toSorted())
  })

  it('is not narrowed by what the index cannot tell', () => {
    expect(versionsHoldingAll(library.reader, [])).toHaveLength(texts.size)
    expect(versionsHoldingAll(library.reader, ['5㎏', '—', ''])).toHaveLength(texts.size)
  })

  it('looks in titles, as they are now', () => {
    using own = scratch()
    const { reader, write } = own.open()
    const { source } = importText(own.open(), 'Nothing of note.', { title: 'A storm at sea' })
    expect(versionsHoldingAll(reader, ['storm', 'sea'])).toHaveLength(1)
    write('Edit', (writer) => editSource(writer, source, { title: 'A calm' }, { by: 'person' }))
    expect(versionsHoldingAll(reader, ['storm'])).toEqual([])
    expect(versionsHoldingAll(reader, ['calm'])).toHaveLength(1)
    expect(versionsHoldingAll(reader, ['Courier'])).toEqual([])
  })

  it('looks in older versions too, after the current ones', () => {
    using own = scratch()
    const opened = own.open()
    const { source, version } = importText(opened, 'The storm came.')
    const newer = opened.write('Re-import', (writer) =>
      addVersion(writer, source, versionOf(opened, 'The storm came and went.')),
    )
    expect(ids(versionsHoldingAll(opened.reader, ['storm']))).toEqual([newer, version])
    expect(versionsOfCitekey(opened.reader, 'marrow2024port')).toMatchObject([
      { version: { number: 2, current: true } },
      { version: { number: 1, current: false } },
    ])
    expect(versionCandidate(opened.reader, version)).toMatchObject({
      source,
      inTrash: false,
      version: { number: 1 },
    })
    expect(versionsOfCitekey(opened.reader, 'nobody')).toEqual([])
  })
})
