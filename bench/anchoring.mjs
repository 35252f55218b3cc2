/**
 * How passages are found again in a changed text, beside Hypothesis' published method and plain diff-match-patch on the
 * same texts in the same run: right, wrong, orphaned, and the time. Texts, edits and passages are made from seeds; a
 * second set of seeds, on which nothing was tuned, is told apart. Prints tables and keeps them as JSON in
 * out/bench/anchoring.json.
 *
 *     node bench/anchoring.mjs [--passages N] [--alone] [--quick] [--seeds A,B]
 *
 * Times are the least of five, so that a busy machine does not disturb. A place is right when it shares at least half of what it and the true place cover together; of a passage that was cut
 * out any place is wrong. `false anchored` counts places of ours that are called unchanged although words changed.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { passageAt } from '../src/shared/anchoring/passage.ts'
import { sameWords } from '../src/shared/verdict/same-words.ts'
import { EDITS } from './anchoring/edits.mjs'
import { MATCHERS } from './anchoring/matchers.mjs'
import { SCRIPTS, layOut, makeText } from './anchoring/texts.mjs'
import { dice } from './pdf/articles.mjs'

const given = (option) => process.argv.includes(option)
const count = given('--passages') ? Number(process.argv[process.argv.indexOf('--passages') + 1]) : 40

const LENGTHS = { '12–40': [12, 40], '80–200': [80, 200], '500–1,000': [500, 1000] }
/** `--seeds 31,32` measures on seeds of one's own: the held-out ones are for telling, never for choosing. */
const SEEDS = given('--seeds')
  ? { own: process.argv[process.argv.indexOf('--seeds') + 1].split(',').map(Number) }
  : { development: [1, 2], 'held out': [7001, 7002] }
const SIZE = 100_000

/** Passages of whole tokens, none over another; over several paragraphs too where `across`. */
function passagesOf(paragraphs, { text, places }, [least, most], roll, across) {
  const tokens = paragraphs.flatMap((words, paragraph) => words.map((token) => ({ ...token, paragraph })))
  const taken = new Set()
  const passages = []
  for (let tries = 0; passages.length < count && tries < count * 40; tries += 1) {
    const first = roll(tokens.length)
    const wanted = least + roll(most - least + 1)
    const [start] = places.get(tokens[first].id)
    let last = first
    while (last + 1 < tokens.length && places.get(tokens[last + 1].id)[1] - start <= wanted) last += 1
    if (!across && tokens[first].paragraph !== tokens[last].paragraph) continue
    const ids = tokens.slice(first, last + 1).map(({ id }) => id)
    const [, end] = places.get(tokens[last].id)
    if (end - start < least || end - start > most || ids.some((id) => taken.has(id))) continue
    for (const id of ids) taken.add(id)
    passages.push({
      ids,
      words: tokens.slice(first, last + 1).map((token) => token.text),
      passage: passageAt(text, { start, end }),
    })
  }
  return passages
}

/** Where the passage's tokens stand now; null when none is left. */
function truth(ids, places) {
  const found = ids.flatMap((id) => (places.has(id) ? [places.get(id)] : []))
  if (found.length === 0) return null
  return { start: Math.min(...found.map(([start]) => start)), end: Math.max(...found.map(([, end]) => end)) }
}

function outcomeOf(found, true_) {
  if (found === null) return true_ === null ? 'right' : 'orphaned'
  if (true_ === null) return 'wrong'
  const shared = Math.min(found.end, true_.end) - Math.max(found.start, true_.start)
  const together = Math.max(found.end, true_.end) - Math.min(found.start, true_.start)
  return shared * 2 >= together ? 'right' : 'wrong'
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
const round = (value, digits = 2) => Number(value.toFixed(digits))

function tally() {
  return { right: 0, wrong: 0, orphaned: 0, 'false anchored': 0, times: [], prepared: [] }
}

/** Each passage is found `times` times, and the least time counts: what another program took is not the engine's. */
function measure(matcher, { text, old }, cases, into, times = 1) {
  const started = performance.now()
  matcher.prepare(text, old)
  into.prepared.push(performance.now() - started)
  for (const { passage, place } of cases) {
    let [found, least] = [null, Infinity]
    for (let time = 0; time < times; time += 1) {
      const before = performance.now()
      found = matcher.find(passage)
      least = Math.min(least, performance.now() - before)
    }
    into.times.push(least)
    into[outcomeOf(found, place)] += 1
    if (found?.status === 'anchored' && !sameWords(text.slice(found.start, found.end), passage.exact))
      into['false anchored'] += 1
  }
}

const names = given('--alone') ? ['Verbatim'] : Object.keys(MATCHERS)

function qualityRows(seeds) {
  const rows = []
  for (const [edit, change] of Object.entries(EDITS)) {
    for (const [length, bounds] of Object.entries(LENGTHS)) {
      const tallies = Object.fromEntries(names.map((name) => [name, tally()]))
      const ofScript = {}
      for (const [scriptName, script] of Object.entries(SCRIPTS)) {
        for (const seed of seeds) {
          const roll = dice(seed * 7919 + edit.length * 31 + bounds[0])
          const paragraphs = makeText(script, seed, SIZE)
          const old = layOut(paragraphs, script.join)
          const passages = passagesOf(paragraphs, old, bounds, roll, edit !== 'paragraphs reordered')
          const lead = makeText(script, seed + 13, 2000).map((tokens) =>
            tokens.map(({ text }) => ({ id: null, text })),
          )
          const edited = [...lead, ...change(paragraphs, 0, script, roll, passages)]
          const now = layOut(edited, script.join)
          const cases = passages.map(({ ids, passage }) => ({ passage, place: truth(ids, now.places) }))
          for (const name of names) {
            const before = tallies[name].wrong
            measure(MATCHERS[name](), { text: now.text, old: old.text }, cases, tallies[name])
            if (name === 'Verbatim')
              ofScript[scriptName] = (ofScript[scriptName] ?? 0) + tallies[name].wrong - before
          }
        }
      }
      for (const name of names) {
        const { times, prepared: _, ...counts } = tallies[name]
        const all = counts.right + counts.wrong + counts.orphaned
        const sorted = times.toSorted((a, b) => a - b)
        rows.push({
          edit,
          length,
          method: name,
          passages: all,
          'right %': round((100 * counts.right) / all, 1),
          'wrong %': round((100 * counts.wrong) / all, 1),
          'orphaned %': round((100 * counts.orphaned) / all, 1),
          'false anchored': name === 'Verbatim' ? counts['false anchored'] : '',
          'p50 ms': round(at(sorted, 0.5)),
          ...(name === 'Verbatim' && counts.wrong > 0 ? { 'wrong in': JSON.stringify(ofScript) } : {}),
        })
      }
    }
  }
  return rows
}

/** Time for a passage on texts of three sizes, half of the passages in a text with 3 % of its words changed, half with 15 %. */
function timeRows() {
  const rows = []
  const script = SCRIPTS.Latin
  for (const size of [10_000, 100_000, 1_000_000]) {
    const tallies = Object.fromEntries(names.map((name) => [name, tally()]))
    for (const edit of ['words 3 %', 'words 15 %']) {
      const roll = dice(size)
      const paragraphs = makeText(script, 3, size)
      const old = layOut(paragraphs, script.join)
      const passages = Object.values(LENGTHS).flatMap((bounds) =>
        passagesOf(paragraphs, old, bounds, roll, true).slice(0, size < 50_000 ? 5 : 20),
      )
      const now = layOut(EDITS[edit](paragraphs, 0, script, roll, passages), script.join)
      const cases = passages.map(({ ids, passage }) => ({ passage, place: truth(ids, now.places) }))
      for (const name of names) {
        measure(MATCHERS[name](), { text: now.text, old: old.text }, cases, tallies[name], 5)
      }
    }
    for (const name of names) {
      const sorted = tallies[name].times.toSorted((a, b) => a - b)
      rows.push({
        characters: size,
        method: name,
        passages: sorted.length,
        'p50 ms': round(at(sorted, 0.5), 3),
        'p95 ms': round(at(sorted, 0.95), 3),
        'once a text, ms': round(
          at(
            tallies[name].prepared.toSorted((a, b) => a - b),
            0.5,
          ),
          1,
        ),
      })
    }
  }
  return rows
}

const result = { passages: count, node: process.version }
for (const [set, seeds] of Object.entries(SEEDS)) {
  if (given('--quick') && set === 'held out') continue
  result[set] = qualityRows(seeds)
  console.log(`\nSeeds: ${set}`)
  console.table(result[set])
}
result.time = timeRows()
console.table(result.time)

const folder = new URL('../out/bench/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('anchoring.json', folder), `${JSON.stringify(result, null, 2)}\n`)
