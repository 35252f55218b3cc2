import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CheckedQuotation } from '../contract/check.ts'
import { linked, passageOf, shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'
import { judgeLinked } from './linked.ts'
import type { Witness } from './witness.ts'

/** One labelled quotation; what is absent is not asked. Lists of `warnings` and `noWarnings` leave others open. */
interface Label {
  readonly id: string
  readonly rule: string
  /** A citekey, several parted by `; `, or null. */
  readonly cited: string | null
  readonly quotation: string
  readonly verdict: string
  /** Verdicts that the document allows too. */
  readonly also?: readonly string[]
  readonly warnings?: readonly string[]
  readonly noWarnings?: readonly string[]
  /** The fold classes, all of them. */
  readonly folded?: readonly string[]
  /** The kinds of alterations, all of them, in order. */
  readonly alterations?: readonly string[]
  /** Classes that stand in the diff. */
  readonly classes?: readonly string[]
  readonly source?: string
  /** Citekeys of every place found. */
  readonly places?: readonly string[]
  readonly field?: string
  readonly state?: 'set-aside' | 'unclosed'
  /** Of a linked quote: the passage it is pinned to, and that passage's version. */
  readonly passage?: string
  readonly version?: number
}

interface LabelledSource extends Partial<Witness> {
  readonly citekey: string
  readonly text: string
  readonly paged?: boolean
}

const folder = new URL('labelled/', import.meta.url)

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
}

const witnesses = read<readonly LabelledSource[]>('sources.json').map(({ citekey, text, paged, ...other }) =>
  witnessOf(citekey, text, paged ? { ...other, pageAt: () => '1' } : other),
)
const shelf = shelfOf(...witnesses)
const files = readdirSync(folder).filter((name) => name !== 'sources.json')

describe.each(files)('labelled quotations of %s', (name) => {
  it.each(read<readonly Label[]>(name))('$id $rule', (label) => {
    const row = judged(label)
    expectLabel(row, label)
    expectSound(row)
  })
})

function judged(label: Label): CheckedQuotation {
  const { quotation, cited, passage, version, state } = label
  if (passage !== undefined) {
    const witness = witnesses.find((w) => w.citekey === cited && w.version === (version ?? w.version))
    if (!witness?.text.includes(passage)) throw new Error(`${label.id}: no such passage`)
    return judgeLinked(linked(quotation), passageOf(witness, passage), shelf)
  }
  const items = cited === null ? [] : cited.split('; ').map((citekey) => ({ citekey, locator: null }))
  const citation = items.length === 0 ? null : { items }
  return judge(typed(quotation, null, { citation, ...(state ? { state } : {}) }), shelf)
}

function expectLabel(row: CheckedQuotation, label: Label): void {
  expect([label.verdict, ...(label.also ?? [])]).toContain(row.verdict)
  const warned = row.warnings.map((w) => w.code as string)
  expect(warned).toEqual(expect.arrayContaining([...(label.warnings ?? [])]))
  expect(warned.filter((code) => label.noWarnings?.includes(code))).toEqual([])
  if (label.folded) expect(row.folded.toSorted()).toEqual(label.folded.toSorted())
  if (label.alterations && row.verdict === label.verdict)
    expect(row.alterations.map((a) => a.kind)).toEqual(label.alterations)
  if (label.source) expect(row.source).toBe(label.source)
  if (label.field) expect(row.found[0]?.field).toBe(label.field)
  if (label.places) expect(new Set(row.found.map((f) => f.source))).toEqual(new Set(label.places))
  const classes = row.diff.flatMap((op) => op.class ?? [])
  if (row.verdict === 'altered') expect(classes).toEqual(expect.arrayContaining([...(label.classes ?? [])]))
}

/** What holds for every row, whatever the label. */
function expectSound(row: CheckedQuotation): void {
  for (const place of row.found) {
    const witness = witnesses.find((w) => w.citekey === place.source && w.version === place.version)
    const held = place.field === 'title' ? witness?.title : witness?.text
    expect(held?.slice(place.start, place.end)).toBe(place.text)
  }
  for (const { start, end } of row.alterations) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(row.quotation.length)
  }
  if (row.verdict === 'altered') {
    const side = (without: string): string =>
      row.diff
        .filter((op) => op.op !== without)
        .map((op) => op.text)
        .join('')
    expect(side('delete')).toBe(row.quotation)
    expect(row.diff.every((op) => op.op !== 'equal' || op.class === undefined)).toBe(true)
    expect(row.diff.some((op) => op.class !== undefined)).toBe(true)
  }
  if (row.verdict === 'verbatim') {
    expect(row.folded).toEqual([])
    expect(row.alterations).toEqual([])
    expect(row.found[0]?.text).toContain(row.quotation.trim())
  }
}
