import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { CitationItem } from '../../shared/brief/nodes.ts'
import { Citing } from '../../shared/citations/citing.ts'
import type { Cluster } from '../../shared/citations/cluster.ts'
import type { CslItem } from '../../shared/citations/csl-item.ts'
import { textOfRuns } from '../../shared/citations/run.ts'
import { BundledCitation } from './bundled.ts'

const bundled = new BundledCitation(fileURLToPath(new URL('../../../resources/citation', import.meta.url)))

const citing = (id: string): Citing =>
  new Citing({ style: bundled.style(id)?.tree ?? '', language: 'en-US', locale: bundled.locale })

const item = (citekey: string, locator: string | null, suffix: string): CitationItem => ({
  citekey,
  locator,
  prefix: '',
  suffix,
  suppressAuthor: false,
})

/** The same numbers on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % below
  }
}

test.each([
  'apa',
  'chicago-fullnote-bibliography',
  'ieee',
  'harvard-cite-them-right',
  'nature',
  'chicago-author-date',
])('what a warm %s gives depends on what it is given alone', (name) => {
  const next = random(7)
  const works = Array.from({ length: 12 }, (_, at): CslItem => ({
    type: 'article-newspaper',
    id: `s${at}`,
    title: `Story ${at}`,
    author: [{ family: `Fam${next(4)}`, given: `Ann ${String.fromCharCode(65 + next(26))}` }],
    issued: { 'date-parts': [[2000 + next(3)]] },
  }))
  const lookUp = (citekey: string) => works.find(({ id }) => id === citekey) ?? null
  const make = (): CitationItem[] =>
    Array.from({ length: next(4) === 0 ? 2 : 1 }, () =>
      item(`s${next(13)}`, next(2) === 0 ? null : `p. ${next(90) + 1}`, next(9) === 0 ? ', so' : ''),
    )
  const warm = citing(name)
  const numbered = (list: readonly CitationItem[][]) =>
    list.map((items, at): Cluster => ({ items, note: warm.isNote ? at + 1 : null }))
  let list = Array.from({ length: 14 }, make)
  for (let step = 0; step < 24; step += 1) {
    const at = next(list.length + 1)
    list =
      [list.toSpliced(at, 0, make()), list.toSpliced(at, 1), list.toSpliced(at, 1, make())][next(3)] ?? list
    expect(warm.render(numbered(list), lookUp)).toEqual(citing(name).render(numbered(list), lookUp))
  }
})

const yearIn = (text: string): string | undefined => /\b(\d{4}[a-z]?)\b/u.exec(text)?.[1]

test.each(['apa', 'chicago-author-date', 'harvard-cite-them-right', 'iso690-author-date-en'])(
  'in %s a citation and its entry tell works of one year apart alike',
  (name) => {
    const next = random(5)
    const works = Array.from({ length: 20 }, (_, at): CslItem => ({
      id: `s${at}`,
      type: 'article-newspaper',
      title: `Story ${at}`,
      author: [{ family: `Fam${next(4)}`, given: 'Ann' }],
      issued: { 'date-parts': [[2000 + next(2)]] },
    }))
    const warm = citing(name)
    let list = Array.from({ length: 30 }, () => `s${next(20)}`)
    for (let step = 0; step < 6; step += 1) {
      const { clusters, bibliography } = warm.render(
        list.map((citekey): Cluster => ({ items: [item(citekey, null, '')], note: null })),
        (citekey) => works.find(({ id }) => id === citekey) ?? null,
      )
      const entries = new Map(bibliography.map(({ id, runs }) => [id, yearIn(textOfRuns(runs))]))
      expect(clusters.map(({ runs }) => yearIn(textOfRuns(runs)))).toEqual(list.map((id) => entries.get(id)))
      list = list.toSpliced(next(list.length), 0, `s${next(20)}`)
    }
  },
)
