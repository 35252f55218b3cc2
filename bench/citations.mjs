/**
 * Runs the CSL project's own cases through the engine as Verbatim sets it up and
 * through bare citeproc in the same run, and prints how many of each category pass.
 * The cases are no part of this project: name the file, a JSON object of texts by
 * name, gzipped or not.
 *
 *     node bench/citations.mjs CASES.json.gz [--json]
 */
import { readdir, readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import CSL from 'citeproc'
import { openEngine } from '../src/shared/citations/engine.ts'
import { readXml } from '../src/shared/citations/xml-tree.ts'
import { HTML_OF_CITEPROC, HTML_OF_OURS } from './citations/html.mjs'
import { readCase, runCase } from './citations/human-test.mjs'

const LOCALES = new URL('../resources/citation/locales/', import.meta.url)
const FALLBACK = { en: 'en-US', zh: 'zh-CN' }

const locales = new Map()
for (const file of await readdir(LOCALES)) {
  const language = /^locales-(.+)\.xml$/u.exec(file)?.[1]
  if (language !== undefined) locales.set(language, await readFile(new URL(file, LOCALES), 'utf8'))
}
/** As the suite's own runner: the language, else its first locale, else American English. */
const locale = (language) =>
  locales.get(language) ??
  locales.get(
    FALLBACK[language] ?? [...locales.keys()].find((each) => each.startsWith(`${language.split('-')[0]}-`)),
  ) ??
  locales.get('en-US')

const byId = (items) => {
  const known = new Map(items.map((item) => [String(item.id), item]))
  return (id) => known.get(String(id))
}

function ours(test) {
  const item = byId(test.items)
  const style = readXml(test.style)
  if (style === null) throw new Error('not well-formed')
  const engine = openEngine({
    style: JSON.stringify(style),
    language: 'en-US',
    locale: (language) => JSON.stringify(readXml(locale(language))),
    item,
    links: false,
  })
  return runCase(engine, test, HTML_OF_OURS)
}

function bare(test) {
  const item = byId(test.items)
  const system = { retrieveLocale: locale, retrieveItem: (id) => structuredClone(item(id)) }
  return runCase(new CSL.Engine(system, test.style), test, HTML_OF_CITEPROC)
}

const attempt = (run, test) => {
  try {
    return run(test).trim() === test.result.trim() ? null : run(test)
  } catch (error) {
    return `threw ${String(error)}`
  }
}

const path = process.argv[2]
if (path === undefined) throw new Error('Name the file of cases.')
const bytes = await readFile(path)
const cases = JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
const table = new Map()
const failed = []
for (const [name, text] of Object.entries(cases)) {
  const test = readCase(text)
  const category = name.split('_')[0]
  const row = table.get(category) ?? { cases: 0, verbatim: 0, citeproc: 0 }
  table.set(category, row)
  row.cases += 1
  const [mine, theirs] = [attempt(ours, test), attempt(bare, test)]
  if (mine === null) row.verbatim += 1
  if (theirs === null) row.citeproc += 1
  if (mine !== null) failed.push({ name, wanted: test.result, mine, same: mine === theirs })
}
if (process.argv.includes('--json')) console.log(JSON.stringify(Object.fromEntries(table)))
else report()

function report() {
  const sum = (field) => [...table.values()].reduce((total, row) => total + row[field], 0)
  const all = { cases: sum('cases'), verbatim: sum('verbatim'), citeproc: sum('citeproc') }
  console.table(Object.fromEntries([...table, ['all', all]]))
  for (const { name, wanted, mine, same } of failed)
    console.log(`\n${name}${same ? ' (bare citeproc gives the same)' : ''}\nwanted ${wanted}\n   got ${mine}`)
}
