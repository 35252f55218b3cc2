/**
 * Dictionaries of the spelling check: time and memory until a language is ready, the labelled words it judges, and how
 * long suggestions take. Each run of a language has a process of its own. Prints one table and keeps it in
 * bench/results/spelling.json:
 *
 *     node bench/spelling.mjs [LANGUAGE…]
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

const RUNS = 5
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const asked = process.argv.slice(2)
const labelled = readdirSync(here('../src/renderer/features/spelling/labelled')).map((file) =>
  file.replace('.json', ''),
)

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]

const measure = (language) => {
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(
      execFileSync(process.execPath, [here('spelling/dictionary.mjs'), language], { encoding: 'utf8' }),
    ),
  )
  const of = (name) => middle(runs.map((run) => run[name]))
  return {
    ...runs[0],
    load: of('load'),
    loadCpu: of('loadCpu'),
    megabytes: of('megabytes'),
    suggestP50: of('suggestP50'),
    suggestMax: of('suggestMax'),
  }
}

const rows = (asked.length > 0 ? asked : labelled).map(measure)
console.table(Object.fromEntries(rows.map(({ language, ...row }) => [language, row])))
if (asked.length === 0) {
  mkdirSync(here('results'), { recursive: true })
  const machine = { node: process.version, cpus: cpus().length, load: Math.round(loadavg()[0]) }
  writeFileSync(here('results/spelling.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}
