import { describe, expect, it } from 'vitest'
import { listCustody } from '../db/custody.ts'
import type { SourceFacts } from '../db/source-facts.ts'
import { editSource as write } from '../db/source-facts.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { SourceEdit } from './edit.ts'
import { editSource } from './edit.ts'

const MOMENT = '2024-03-14T09:30:00+01:00'
const DATED = { published: '2024-03-14', publishedAt: MOMENT, modified: '2024-03-15' }

/** A source whose facts an import found, a person then edited, and a later import read again. */
function edited(
  found: Partial<SourceFacts>,
  edit: Omit<SourceEdit, 'source'>,
  later: Partial<SourceFacts> = {},
) {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, 'The quay stays open.', found)
  editSource(library, { source, ...edit })
  library.write('Import', (writer) => write(writer, source, later, { by: 'import' }))
  const { published, publishedAt, modified } = editSource(library, { source })
  return { published, publishedAt, modified }
}

/** The reason why an edit is refused. */
function refusal(edit: Omit<SourceEdit, 'source'>): unknown {
  try {
    edited(DATED, edit)
    return null
  } catch (error) {
    return (error as { reason: string }).reason
  }
}

describe('the language', () => {
  it('is written as its tag usually is, stays over a later import, and can be taken away', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, 'O cais fica aberto.', { language: 'es' })
    expect(editSource(library, { source, language: 'pt-br' }).language).toBe('pt-BR')
    library.write('Import', (writer) => write(writer, source, { language: 'es' }, { by: 'import' }))
    expect(editSource(library, { source }).language).toBe('pt-BR')
    expect(editSource(library, { source, language: '' }).language).toBeNull()
  })

  it('that is no tag is refused', () => {
    expect(refusal({ language: 'the Queen’s English' })).toBe('bad-language')
  })
})

describe('the moment of publication', () => {
  it.each<[string, Omit<SourceEdit, 'source'>, object]>([
    ['goes with another day', { published: '2024-03-13' }, { published: '2024-03-13', publishedAt: null }],
    ['goes with the day', { published: '' }, { published: null, publishedAt: null }],
    ['stays with the same day', { published: '2024-03-14' }, { publishedAt: MOMENT }],
    ['stays with its month', { published: '2024-03' }, { published: '2024-03', publishedAt: MOMENT }],
    [
      'brings its day',
      { publishedAt: '2024-04-01 23:05 -05:00' },
      { published: '2024-04-01', publishedAt: '2024-04-01T23:05:00-05:00' },
    ],
    ['can be taken away', { publishedAt: '' }, { published: '2024-03-14', publishedAt: null }],
  ])('%s', (_, edit, dates) => {
    expect(edited(DATED, edit)).toMatchObject(dates)
  })

  it.each<[string, Omit<SourceEdit, 'source'>]>([
    ['without a zone', { publishedAt: '2024-03-14T09:30' }],
    ['of a day that is none', { publishedAt: '2024-02-30T09:30Z' }],
    ['of an hour that is none', { publishedAt: '2024-02-20T29:30Z' }],
    ['that is a day', { publishedAt: '2024-03-14' }],
    ['of another day than the one given', { published: '2024-03-13', publishedAt: MOMENT }],
    ['with words around it', { publishedAt: `on ${MOMENT}` }],
  ])('%s is refused', (_, edit) => {
    expect(refusal(edit)).toBe('bad-date')
  })

  it('of a day that a person set is not what a later import says', () => {
    const later = { published: '2024-03-20', publishedAt: '2024-03-20T08:00:00Z' }
    expect(edited(DATED, { published: '2024-03-13' }, later)).toMatchObject({
      published: '2024-03-13',
      publishedAt: null,
    })
    expect(edited(DATED, { published: '2024-03-14' }, later)).toMatchObject({ publishedAt: MOMENT })
    const [mine, agreeing] = ['2024-03-14T07:00:00Z', '2024-03-14T08:00:00Z']
    expect(edited(DATED, { publishedAt: mine }, later)).toMatchObject({
      published: '2024-03-14',
      publishedAt: mine,
    })
    expect(edited(DATED, { published: '2024-03-14' }, { publishedAt: agreeing })).toMatchObject({
      publishedAt: agreeing,
    })
  })

  it('goes where a later import has another day and no moment', () => {
    expect(edited(DATED, { title: 'Quay' }, { published: '2024-03-16' })).toMatchObject({
      published: '2024-03-16',
      publishedAt: null,
    })
  })
})

describe('the last change', () => {
  it.each([
    ['2024-03-16', '2024-03-16'],
    ['2024-03-16T10:00Z', '2024-03-16T10:00:00Z'],
    ['', null],
  ])('may be %j', (modified, stored) => {
    expect(edited(DATED, { modified })).toEqual({ ...DATED, modified: stored })
  })

  it('that a person set stays', () => {
    const later = { modified: '2024-05-01T00:00:00Z' }
    expect(edited(DATED, { modified: '2024-03-16' }, later)).toMatchObject({ modified: '2024-03-16' })
  })

  it('is no time of day alone', () => {
    expect(refusal({ modified: '10:00' })).toBe('bad-date')
  })
})

it('every date that was edited stands in the custody log, with who and what was there before', () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, 'The quay stays open.', DATED)
  editSource(library, { source, published: '2024-03-13', modified: '2024-03-16T10:00Z' })
  expect(listCustody(library.reader, { source }).at(-1)).toMatchObject({
    kind: 'edit',
    who: 'Ada',
    detail: {
      by: 'person',
      changes: {
        published: { from: '2024-03-14', to: '2024-03-13' },
        publishedAt: { from: MOMENT, to: null },
        modified: { from: '2024-03-15', to: '2024-03-16T10:00:00Z' },
      },
    },
  })
})
