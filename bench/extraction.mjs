// Measures how well saved pages are read, on the development corpora beside the checkout (../shared/corpus):
// the words of news articles (F1 over 4-word shingles, by the public benchmark's method) and the facts of pages
// (share of titles, bylines, dates and sites that agree with Readability's test pages).
// Run: node bench/extraction.mjs [--worst N] [--differences]
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readOriginal } from '../src/core/import/read.ts'

const corpus = new URL('../../shared/corpus/', import.meta.url)
if (!existsSync(fileURLToPath(corpus))) {
  console.log('There are no corpora beside this checkout: nothing was measured.')
  process.exit(0)
}
const worst = process.argv.includes('--worst') ? Number(process.argv[process.argv.indexOf('--worst') + 1]) : 0
const differences = process.argv.includes('--differences')

const unpacked = (path) => gunzipSync(readFileSync(new URL(path, corpus)))

async function read(path) {
  try {
    return await readOriginal({ bytes: unpacked(path), name: 'page.html', encoding: null })
  } catch (error) {
    console.error(`${path}: ${error.message}`)
    return null
  }
}

async function articles() {
  const { score } = await import(new URL('score-articles.mjs', corpus).href)
  const truth = JSON.parse(readFileSync(new URL('articles/truth.json', corpus), 'utf8'))
  const started = performance.now()
  const predictions = {}
  for (const id of Object.keys(truth)) {
    const extraction = await read(`articles/${id}.html.gz`)
    predictions[id] = { articleBody: extraction?.text ?? '' }
  }
  const seconds = (performance.now() - started) / 1000
  const { pages, f1, precision, recall, exact, rows } = score(predictions, truth)
  const poor = rows.toSorted(
    (a, b) => (a.precision ?? 0) * (a.recall ?? 0) - (b.precision ?? 0) * (b.recall ?? 0),
  )
  for (const row of poor.slice(0, worst))
    console.log(`P ${row.precision?.toFixed(3)} R ${row.recall?.toFixed(3)} ${row.id}`)
  return { pages, F1: f1, precision, recall, exact, 'pages/s': pages / seconds }
}

const bare = (value) =>
  String(value ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*by\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const FACTS = {
  title: ({ title }) => title,
  byline: ({ authors }) => authors.join(', '),
  siteName: ({ publication }) => publication,
  publishedTime: ({ published }) => published,
  lang: ({ language }) => language,
}

function agrees(fact, expected, found) {
  if (fact === 'publishedTime') return Math.abs(new Date(expected) - new Date(found ?? 0)) <= 36 * 3600 * 1000
  if (fact === 'lang') return bare(expected).slice(0, 2) === bare(found).slice(0, 2)
  return bare(expected) === bare(found)
}

async function metadata() {
  const tally = Object.fromEntries(Object.keys(FACTS).map((fact) => [fact, { of: 0, right: 0 }]))
  for (const file of readdirSync(new URL('readability/', corpus)).filter((name) =>
    name.endsWith('.metadata.json'),
  )) {
    const expected = JSON.parse(readFileSync(new URL(`readability/${file}`, corpus), 'utf8'))
    const found = (await read(`readability/${file.replace('.metadata.json', '.html.gz')}`))?.metadata
    for (const [fact, value] of Object.entries(FACTS)) {
      if (typeof expected[fact] !== 'string' || expected[fact] === '') continue
      tally[fact].of += 1
      const given = found === undefined ? null : value(found)
      if (agrees(fact, expected[fact], given)) tally[fact].right += 1
      else if (differences)
        console.log(
          `${file} ${fact}: expected ${JSON.stringify(expected[fact])}, found ${JSON.stringify(given)}`,
        )
    }
  }
  return tally
}

const words = await articles()
const facts = await metadata()
console.log('measure                value')
for (const [name, value] of Object.entries(words)) {
  console.log(`articles ${name.padEnd(12)}  ${Number.isInteger(value) ? value : value.toFixed(4)}`)
}
for (const [name, { of, right }] of Object.entries(facts)) {
  console.log(`${name.padEnd(21)}  ${right} of ${of}`)
}
