// A draft of about ten thousand words with quotations of every kind, and what each of them is.
import { dice } from '../pdf/articles.mjs'
import { makeArticle } from './texts.mjs'

const OTHER = ['never', 'forty', 'harbour', 'Milan', 'refused', 'always', 'against', 'northern']

const quoted = (words) => words.replaceAll(/["“”„«»]/g, '').replaceAll(/\[|\]|…|\.\.\./g, '')

/** A run of words inside a paragraph. */
function run(text, roll) {
  const paragraphs = text.split(/\n+/).filter((each) => each.split(' ').length > 14)
  if (paragraphs.length === 0) return null
  const words = paragraphs[roll(paragraphs.length)].split(' ')
  const length = 8 + roll(Math.min(20, words.length - 10))
  const from = roll(words.length - length)
  const made = words.slice(from, from + length)
  if (made.some((word) => /["“”„«»‘'’[\]…]|\.\./.test(word))) return null
  return made
}

const KINDS = {
  true: (words) => words.join(' '),
  typographic: (words) => words.join('\u00a0').replaceAll('-', '‑'),
  marked: (words) => [...words.slice(0, 4), '[…]', ...words.slice(6)].join(' '),
  altered: (words, roll) => {
    const at = 2 + roll(words.length - 4)
    return words.with(at, OTHER[roll(OTHER.length)]).join(' ')
  },
  misattributed: (words) => words.join(' '),
  invented: (_words, roll) =>
    run(makeArticle(9_000_000 + roll(1_000_000), 200), roll)?.join(' ') ??
    'a made-up sentence of seven words or more',
}

/** Of a hundred quotations so many are of each kind. */
const SHARES = { true: 45, typographic: 15, marked: 10, altered: 15, misattributed: 5, invented: 10 }

/** The kind of each quotation, mixed. */
function kinds(count, roll) {
  const all = Object.entries(SHARES).flatMap(([kind, share]) =>
    Array.from({ length: Math.round((share * count) / 100) }, () => kind),
  )
  return all
    .map((kind) => ({ kind, place: roll(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ kind }) => kind)
}

/**
 * A Markdown draft over `sources` (`[{citekey, text}]`) with `count` quotations among `words` words; half of them cited,
 * those that are misattributed all to another source.
 */
export function makeDraft(sources, { count, words, seed }) {
  const roll = dice(seed)
  const filler = makeArticle(seed + 1, words)
    .replaceAll(/["“”„«»‘’'[\]@*_`<>#]/g, '')
    .split('\n\n')
    .flatMap((each) => each.split(/(?<=[.!?]) /))
  const labels = kinds(count, roll)
  const every = Math.max(1, Math.floor(filler.length / labels.length))
  const parts = []
  for (const [at, sentence] of filler.entries()) {
    parts.push(sentence)
    const kind = at % every === 0 ? labels[at / every] : undefined
    if (kind === undefined) continue
    const source = sources[roll(sources.length)]
    let made = null
    while (made === null) made = run(source.text, roll)
    const shown = quoted(KINDS[kind](made, roll))
    const other = sources[roll(sources.length)]
    const cited = kind === 'misattributed' ? other : roll(2) === 0 ? source : null
    const marked = kind === 'marked' ? KINDS.marked(made) : shown
    parts.push(`It said “${marked}”${cited === null ? '' : ` [@${cited.citekey}]`}.`)
    parts.push('\n\n')
  }
  return parts.join(' ')
}
