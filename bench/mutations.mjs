/**
 * False quotations made of true ones in fourteen languages, each held against its article: by kind and by language how
 * many were made and how many passed as true, which must be none; and of a tenth as many true ones how many are flagged.
 *
 *     node bench/mutations.mjs [--cases 50000] [--seed 20261126] [--show]
 */
import { readFileSync } from 'node:fs'
import {
  falseQuotations,
  isFlagged,
  passes,
  trueQuotations,
} from '../src/shared/verdict/fixtures/falsehood.ts'
import { labelledWitnesses } from '../src/shared/verdict/fixtures/labelled.ts'
import { seeded } from '../src/shared/verdict/fixtures/random.ts'

const given = (option, otherwise) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const cases = Number(given('--cases', '50000'))
const random = seeded(Number(given('--seed', '20261126')))
const show = process.argv.includes('--show')

const folder = new URL('../src/shared/verdict/labelled/', import.meta.url)
const articles = labelledWitnesses((name) => readFileSync(new URL(name, folder), 'utf8'))

const tables = { kind: new Map(), language: new Map() }
let made = 0
let passed = 0
while (made < cases) {
  for (const mutation of falseQuotations(random, articles)) {
    const through = passes(mutation, mutation.text, mutation.others)
    made += 1
    if (through) passed += 1
    if (through && show) console.log(mutation.language, mutation.kind, '|', mutation.quotation)
    for (const key of ['kind', 'language']) {
      const row = tables[key].get(mutation[key]) ?? { [key]: mutation[key], cases: 0, passes: 0 }
      row.cases += 1
      if (through) row.passes += 1
      tables[key].set(mutation[key], row)
    }
  }
}
for (const table of Object.values(tables)) console.table([...table.values()])
console.log(`${made} false quotations, ${passed} passed as true`)
const truths = []
while (truths.length < cases / 10) truths.push(...trueQuotations(random, articles))
console.log(`${truths.length} true quotations, ${truths.filter(isFlagged).length} flagged`)
process.exitCode = passed === 0 ? 0 : 1
