import { describe, expect, it } from 'vitest'
import type { ImportOutcome, Source } from '../../../shared/contract/sources.ts'
import { statusOf } from './summary.ts'
import { emptyState, settle, type ImportChange } from './import-state.ts'

const outcome = (path: string, status: ImportOutcome['status'] = 'imported'): ImportOutcome => ({
  path,
  status,
  source: null,
  error: status === 'failed' ? { code: 'password', message: 'The file is locked with a password.' } : null,
  ms: 1,
})
const SOURCE: Source = {
  id: 'src_x',
  citekey: 'x',
  title: 'X',
  authors: [],
  publication: null,
  published: null,
  publishedAt: null,
  modified: null,
  archivedAt: null,
  story: null,
  url: null,
  language: null,
  type: 'article',
  format: 'text',
  encoding: 'utf-8',
  words: 1,
  versions: 1,
  sha256: null,
  importedAt: '2026-03-14T09:00:00.000Z',
  tags: [],
}
const chosen = (token: string, name: string, instead?: string): ImportChange => ({
  kind: 'chosen',
  files: [{ token, name }],
  asked: instead === undefined ? {} : { instead },
  at: 0,
})
const came = (token: string, path: string, status?: ImportOutcome['status']): ImportChange => ({
  kind: 'outcome',
  token,
  outcome: outcome(path, status),
})
const found = (token: string, ...paths: readonly string[]): ImportChange => ({
  kind: 'found',
  token,
  surveyed: { place: 0, folder: true, files: paths.map((path) => ({ path, bytes: 10 })) },
})
const after = (...changes: readonly ImportChange[]) => settle(emptyState('run'), changes)
const seen = (...changes: readonly ImportChange[]) =>
  after(...changes).rows.map(({ name, state }) => [name, state.kind])

describe('the rows of an import', () => {
  it('hold a locked file that is tried again once', () => {
    const failed = after(chosen('one', 'locked.pdf'), came('one', '/papers/locked.pdf', 'failed'), {
      kind: 'ended',
      token: 'one',
      how: 'whole',
    })
    expect(failed.rows).toHaveLength(1)
    const again = settle(failed, [chosen('two', 'locked.pdf', failed.rows[0]?.id)])
    expect(again.rows).toMatchObject([{ token: 'two', state: { kind: 'waiting' } }])
  })

  it('show the files of a folder as they are found, above it, each with its size', () => {
    const state = after(chosen('f', 'papers'), found('f', '/papers/a.txt'), found('f', '/papers/b.txt'))
    expect(state.rows).toMatchObject([
      { name: 'a.txt', bytes: 10 },
      { name: 'b.txt', bytes: 10 },
      { name: 'papers', found: 2 },
    ])
  })

  it('tell which file of a folder is read', () => {
    expect(
      seen(chosen('f', 'papers'), found('f', '/papers/a.txt', '/papers/b.txt'), came('f', '/papers/a.txt')),
    ).toEqual([
      ['a.txt', 'done'],
      ['b.txt', 'reading'],
      ['papers', 'waiting'],
    ])
  })

  it('keep a file that came before it was found once', () => {
    expect(seen(chosen('f', 'papers'), came('f', '/papers/a.txt'), found('f', '/papers/a.txt'))).toEqual([
      ['a.txt', 'done'],
      ['papers', 'waiting'],
    ])
  })

  it('have one for each article of a file', () => {
    const changes = [chosen('w', 'a.warc'), came('w', '/a.warc'), came('w', '/a.warc')]
    expect(seen(...changes)).toEqual([
      ['a.warc', 'done'],
      ['a.warc', 'done'],
      ['a.warc', 'waiting'],
    ])
    const ended = after(...changes, { kind: 'ended', token: 'w', how: 'whole' })
    expect(new Set(ended.rows.map(({ id }) => id)).size).toBe(2)
  })

  it('say of all that was not read that it was stopped', () => {
    expect(
      seen(chosen('f', 'papers'), found('f', '/papers/a.txt', '/papers/b.txt'), came('f', '/papers/a.txt'), {
        kind: 'ended',
        token: 'f',
        how: 'stopped',
      }),
    ).toEqual([
      ['a.txt', 'done'],
      ['b.txt', 'stopped'],
    ])
    expect(seen(chosen('g', 'b.txt'), { kind: 'ended', token: 'g', how: 'stopped' })).toEqual([
      ['b.txt', 'stopped'],
    ])
  })

  it('say of duplicates of what was taken back that they are gone too, but not of what stays', () => {
    const of = (path: string, status: 'imported' | 'duplicate', id: string): ImportChange => ({
      kind: 'outcome',
      token: 'f',
      outcome: { ...outcome(path, status), source: { ...SOURCE, id } },
    })
    const { rows, undone } = after(
      chosen('f', 'papers'),
      of('/papers/a.txt', 'imported', 'src_a'),
      of('/papers/b.txt', 'duplicate', 'src_a'),
      of('/papers/c.txt', 'duplicate', 'src_before'),
      of('/papers/d.txt', 'imported', 'src_kept'),
      { kind: 'ended', token: 'f', how: 'whole' },
      {
        kind: 'undone',
        undone: { sources: 1, kept: [{ source: { ...SOURCE, id: 'src_kept' }, why: 'cited' }] },
      },
    )
    expect(rows.map((row) => statusOf(row, undone))).toEqual(['undone', 'undone', 'duplicate', 'imported'])
  })

  it('follow ten thousand files without being slow', () => {
    const paths = Array.from({ length: 10_000 }, (_, at) => `/papers/${String(at)}.txt`)
    let state = after(chosen('f', 'papers'), found('f', ...paths))
    const began = performance.now()
    for (const path of paths.slice(0, 200)) state = settle(state, [came('f', path)])
    expect((performance.now() - began) / 200).toBeLessThan(20)
  })
})
