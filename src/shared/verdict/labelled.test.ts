import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CheckedQuotation } from '../contract/check.ts'
import { judged, labelledWitnesses, labelsOf, type Label } from './fixtures/labelled.ts'
import { shelfOf } from './fixtures/shelf.ts'

const folder = new URL('labelled/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const files = readdirSync(folder).filter((name) => name !== 'sources.json')
const witnesses = labelledWitnesses(read)
const shelf = shelfOf(...witnesses)

describe.each(files)('labelled quotations of %s', (name) => {
  it.each(labelsOf(read, name))('$id $rule', (label) => {
    const row = judged(label, witnesses, shelf)
    expectLabel(row, label)
    expectSound(row)
  })
})

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
