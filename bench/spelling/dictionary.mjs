// One dictionary in a process of its own: `node bench/spelling/dictionary.mjs LANGUAGE` prints its measures as JSON.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { dictionaryFor } from '../../src/renderer/features/spelling/dictionaries.ts'
import { openDictionary } from '../../src/renderer/features/spelling/hunspell.ts'
import { spelledWords } from '../../src/shared/spelling/spelled-words.ts'

const labelled = new URL('../../src/renderer/features/spelling/labelled/', import.meta.url)

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

/** Milliseconds of this process, so that a busy machine does not count. */
const spent = (since) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const language = process.argv[2] ?? 'en'
const name = dictionaryFor(language)
const folder = dirname(createRequire(import.meta.url).resolve(`dictionary-${name}`))
const [rules, words] = ['index.aff', 'index.dic'].map((file) => readFileSync(join(folder, file)))
const { right, wrong } = JSON.parse(readFileSync(new URL(`${language}.json`, labelled), 'utf8'))

const before = process.memoryUsage().rss
const began = performance.now()
const start = process.cpuUsage()
const { knows, suggest } = await openDictionary(rules, words)
const load = { ms: performance.now() - began, cpuMs: spent(start) }

const unknown = (text) => spelledWords(text).find(({ word }) => !knows(word))?.word
const found = Object.keys(wrong).filter((text) => unknown(text) !== undefined)
const falsely = right.filter((text) => unknown(text) !== undefined)
const times = []
let offered = 0
for (const text of found) {
  const asked = performance.now()
  const offers = suggest(unknown(text)).map((word) => word.replaceAll('’', "'"))
  times.push(performance.now() - asked)
  const meant = spelledWords(wrong[text]).map(({ word }) => word)
  if (offers.some((word) => meant.includes(word) || word === wrong[text])) offered += 1
}
const rounded = (number, digits = 0) => Number(number.toFixed(digits))
process.stdout.write(
  JSON.stringify({
    language,
    load: rounded(load.ms),
    loadCpu: rounded(load.cpuMs),
    megabytes: rounded((process.memoryUsage().rss - before) / 1e6),
    recall: rounded(found.length / Object.keys(wrong).length, 3),
    precision: rounded(found.length / (found.length + falsely.length), 3),
    falsely: falsely.length,
    offered: rounded(offered / found.length, 2),
    suggestP50: rounded(middle(times)),
    suggestMax: rounded(Math.max(...times)),
  }),
)
