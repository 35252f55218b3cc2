import { describe, expect, it } from 'vitest'
import { report } from '../../shared/story/fixtures/reports.ts'
import { listCustody } from '../db/custody.ts'
import { addCitedSource } from '../db/source-facts.ts'
import { FACTS, importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import { sayOfStory, storyDifferences, storyOf } from './stories.ts'

const WIRE = report(1)
const CUT = WIRE.split('\n').slice(0, -1).join('\n')

/** A library with a wire report, a copy that lacks its end, and a report of its own. */
function filled(place: ReturnType<typeof scratch>) {
  const library = place.open()
  importText(library, `Dam row\n${WIRE}`, { citekey: 'courier' })
  importText(library, `Talks fail\n${CUT}`, { citekey: 'observer' })
  importText(library, report(2), { citekey: 'other' })
  return library
}

describe('the story of a source', () => {
  it('names the other sources with their likeness', async () => {
    using place = scratch()
    const story = await storyOf(filled(place), { source: 'courier' })
    expect(story).toMatchObject({ source: { citekey: 'courier' }, parted: [] })
    expect(story.others).toMatchObject([{ source: { citekey: 'observer' }, said: false }])
    expect(story.others[0]?.likeness).toBeGreaterThan(0.8)
    expect(story.others[0]?.contained).toBeGreaterThan(0.9)
    expect(story.source.story).toBe(story.others[0]?.source.story)
  })

  it('is empty for a source alone', async () => {
    using place = scratch()
    expect(await storyOf(filled(place), { source: 'other' })).toMatchObject({
      source: { story: null },
      others: [],
    })
  })

  it('takes a person’s word, which the custody log keeps and undo takes back', async () => {
    using place = scratch()
    const library = filled(place)
    expect(sayOfStory(library, { source: 'courier', other: 'observer', same: false })).toMatchObject({
      source: { story: null },
      others: [],
      parted: [{ citekey: 'observer' }],
    })
    const { id } = (await storyOf(library, { source: 'observer' })).source
    expect(listCustody(library.reader).slice(-2)).toMatchObject([
      { kind: 'edit', who: 'Ada', detail: { by: 'person', story: { other: id, same: false } } },
      { kind: 'edit', source: id },
    ])
    expect(library.undo()).toBe('say that two sources are no one story')
    expect(await storyOf(library, { source: 'courier' })).toMatchObject({
      others: [{ said: false }],
      parted: [],
    })
    sayOfStory(library, { source: 'courier', other: 'observer', same: true })
    expect(await storyOf(library, { source: 'observer' })).toMatchObject({ others: [{ said: true }] })
  })

  it('may take in a source without a text', () => {
    using place = scratch()
    const library = filled(place)
    const { original } = versionOf(library, '@article{x}')
    library.write('Import', (writer) =>
      addCitedSource(
        writer,
        { ...FACTS, citekey: 'cited' },
        { original, importer: 'bibtex', path: null, entry: 'x' },
      ),
    )
    expect(sayOfStory(library, { source: 'cited', other: 'courier', same: true }).others).toMatchObject([
      { source: { citekey: 'courier' }, likeness: null, contained: null, said: true },
      { source: { citekey: 'observer' }, likeness: null, said: false },
    ])
  })

  it.each([
    ['courier', 'courier', 'same-source'],
    ['courier', 'nobody', 'unknown-source'],
    ['nobody', 'courier', 'unknown-source'],
  ])('cannot be said of %s and %s', (source, other, reason) => {
    using place = scratch()
    const library = filled(place)
    expect(() => sayOfStory(library, { source, other, same: true })).toThrow(
      expect.objectContaining({ reason }),
    )
    expect(library.undo()).toMatch(/^Import/)
  })
})

it('what differs between two sources is told word by word', () => {
  using place = scratch()
  const { diff } = storyDifferences(filled(place), { source: 'courier', other: 'observer' })
  const told = (op: string): string =>
    diff
      .filter((each) => each.op === op)
      .map(({ text }) => text.trim())
      .join(' ')
  expect(told('insert')).toBe('Talks fail')
  expect(told('delete')).toBe(`Dam row ${WIRE.split('\n').at(-1) ?? ''}`)
})
