import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mutationsOf, type Mutation } from './fixtures/mutations.ts'
import { seeded, type Random } from './fixtures/random.ts'
import { shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'

/** Kept, so that a false pass can be made again: add to them, never change them. */
const SEEDS = [20261124, 7, 1887, 43000]
const RUNS_PER_TEXT = 4
const TRUE = new Set(['verbatim', 'normalised', 'marked'])

const shared = new URL('../../../../shared/', import.meta.url)
const samples = new URL('../../../resources/sample/', import.meta.url)

function texts(): readonly string[] {
  const own = readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, samples), 'utf8'))
  const files = ['sample/karabakh.txt', 'cases/harbour.txt']
    .map((name) => new URL(name, shared))
    .filter((f) => existsSync(f))
  const truth = new URL('corpus/articles/truth.json', shared)
  const articles = existsSync(truth)
    ? Object.values(JSON.parse(readFileSync(truth, 'utf8')) as Record<string, { articleBody: string }>).map(
        (a) => a.articleBody,
      )
    : []
  return [...own, ...files.map((file) => readFileSync(file, 'utf8')), ...articles]
}

/**
 * A true run of 8 to 30 words inside one paragraph, single spaces, from and to a
 * plain word. Not one with brackets or an ellipsis of the source's own: a change
 * beside those may be a marked one.
 */
function trueRun(text: string, random: Random): string | null {
  const paragraph = random.pick(text.split(/\n+/)).replace(/\s+/g, ' ').trim()
  const words = paragraph.split(' ')
  if (words.length < 10) return null
  const length = 8 + random.below(Math.min(23, words.length - 8))
  const from = random.below(words.length - length + 1)
  const run = words.slice(from, from + length)
  if (run.some((word) => /[[\]…]|\.\./.test(word))) return null
  const plain = /^[\p{L}\p{N}]+$/u
  return plain.test(run[0] ?? '') && plain.test(run.at(-1) ?? '') ? run.join(' ') : null
}

/** A crude look of its own, sharing nothing with the judge: the words may stand in the text after all. */
function mayBeTrue(quotation: string, text: string): boolean {
  const plain = crude(text)
  const wanted = crude(quotation)
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const before = plain[at - 1] ?? ' '
    const after = plain.slice(at + wanted.length, at + wanted.length + 2)
    if (
      !/[\p{L}\p{M}\p{N}'+.,-]/u.test(before) &&
      !/^(?:[\p{L}\p{M}\p{N}]|['.,:/-][\p{L}\p{N}])/u.test(after)
    )
      return true
  }
  return false
}

function crude(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\u00ad\u200d]/g, '')
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”«»„"]/g, "'")
    .replace(/\s*(?:[–—]|--)\s*/g, '-')
    .replace(/[‐‑−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function passes(mutation: Mutation, text: string): boolean {
  const row = judge(typed(mutation.quotation, 'source'), shelfOf(witnessOf('source', text)))
  if (!TRUE.has(row.verdict)) return false
  return !(
    mutation.excusedBy &&
    row.verdict === 'marked' &&
    row.warnings.some((w) => w.code === mutation.excusedBy)
  )
}

describe('false quotations', () => {
  const sources = texts()
  const rounds = Math.ceil(7000 / (sources.length * RUNS_PER_TEXT * SEEDS.length * 9))
  it('never pass as true without the warning that is due', () => {
    const passed: Mutation[] = []
    let made = 0
    for (const seed of SEEDS) {
      const random = seeded(seed)
      for (const text of sources) {
        const witness = text.slice(0, 30_000)
        for (let i = 0; i < RUNS_PER_TEXT * Math.max(1, rounds); i += 1) {
          const run = trueRun(witness, random)
          if (run === null) continue
          for (const mutation of mutationsOf(run, witness, random)) {
            if (!mutation.excusedBy && mayBeTrue(mutation.quotation, witness)) continue
            made += 1
            if (passes(mutation, witness)) passed.push(mutation)
          }
        }
      }
    }
    expect(passed).toEqual([])
    console.info(`${made} false quotations made`)
    expect(made).toBeGreaterThanOrEqual(5000)
  })
})

/** The same words in other typography. */
const SETTINGS: readonly ((words: string) => string)[] = [
  (words) => words.replace(/[’´]/g, "'"),
  (words) => words.replace(/'/g, '’'),
  (words) => words.replace(/[“”]/g, '"'),
  (words) => words.replaceAll(' ', '\u00a0'),
  (words) => words.replaceAll(' ', ' \n'),
  (words) => words.normalize('NFD'),
  (words) => words.replace(/\s*—\s*/g, ' – '),
  (words) => words.replace(/\s*–\s*/g, '—'),
  (words) => words.replace(/(\p{L})-(\p{L})/gu, '$1\u2011$2'),
  (words) => words.replace(/(\p{L}{3})(\p{L}{3})/gu, '$1\u00ad$2'),
  (words) => words.replaceAll('fi', 'ﬁ'),
  (words) => `${words},`,
]

describe('true quotations', () => {
  const sources = texts().map((text) => text.slice(0, 30_000))
  it('pass as verbatim, and in other typography as normalised', () => {
    const random = seeded(20261124)
    const flagged: string[] = []
    let made = 0
    for (const text of sources) {
      const shelf = shelfOf(witnessOf('source', text))
      for (let i = 0; i < 3 * RUNS_PER_TEXT; i += 1) {
        const run = trueRun(text, random)
        if (run === null) continue
        const set = random.pick(SETTINGS)(run)
        made += 1
        const verdicts = [run, set].map((words) => judge(typed(words, 'source'), shelf).verdict)
        if (!verdicts.every((verdict) => verdict === 'verbatim' || verdict === 'normalised'))
          flagged.push(set)
      }
    }
    expect(flagged).toEqual([])
    expect(made).toBeGreaterThan(sources.length)
  })
})
