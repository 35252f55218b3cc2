// What happens to a text between two versions. Every edit keeps the ids of the tokens that it leaves, so that the true
// place of a passage is known afterwards.

import { anyWord } from './texts.mjs'

const inserted = (text) => ({ id: null, text })

/** Each token with this chance is replaced, dropped, or followed by another word. */
function editWords(paragraphs, chance, script, roll) {
  const changed = (token) => {
    if (roll(10_000) >= chance * 10_000) return [token]
    const kind = roll(3)
    if (kind === 0) return [{ ...token, text: anyWord(script, roll) }]
    return kind === 1 ? [] : [token, inserted(anyWord(script, roll))]
  }
  return paragraphs.map((tokens) => tokens.flatMap(changed))
}

/** Each letter with this chance is another one, is missing, or stands twice: a poor scan, a careless copy. */
function editLetters(paragraphs, chance, script, roll) {
  const alphabet = [...new Set(script.nouns.join(''))]
  const one = () => alphabet[roll(alphabet.length)]
  const changed = (letter) => {
    if (roll(10_000) >= chance * 10_000) return letter
    return [one(), '', letter + one()][roll(3)]
  }
  const edit = ({ id, text }) => ({ id, text: [...text].map(changed).join('') })
  return paragraphs.map((tokens) => tokens.map(edit).filter(({ text }) => text !== ''))
}

const TYPOGRAPHY = [
  ['“', '"'],
  ['”', '"'],
  ['-', '\u2011'],
  ['й', 'и\u0306'],
]

const otherTypography = (text) => TYPOGRAPHY.reduce((now, [from, to]) => now.replaceAll(from, to), text)

/** Other quotation marks and hyphens, decomposed letters, hidden characters, and lines broken elsewhere. */
function editTypography(paragraphs, _, script, roll) {
  return paragraphs.map((tokens) =>
    tokens.map(({ id, text }) => ({
      id,
      text:
        otherTypography(text) +
        (roll(40) === 0 && script.join !== '' && /\p{L}$/u.test(text) ? '\u200b' : ''),
    })),
  )
}

function reorder(paragraphs, _, __, roll) {
  const mixed = [...paragraphs]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = roll(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other], mixed[at]]
  }
  return mixed
}

/** The passages' words are gone. */
function cutOut(paragraphs, _, __, ___, passages) {
  const gone = new Set(passages.flatMap(({ ids }) => ids))
  return paragraphs
    .map((tokens) => tokens.filter(({ id }) => !gone.has(id)))
    .filter(({ length }) => length > 0)
}

/** Each passage stands once more, at the end of another paragraph somewhere before or after, and in none of the others. */
function duplicate(paragraphs, _, __, roll, passages) {
  const inside = new Set(passages.flatMap(({ ids }) => ids.slice(0, -1)))
  const copies = paragraphs.map((tokens) => [...tokens])
  const open = copies.filter((tokens) => !inside.has(tokens.at(-1).id))
  for (const { words } of passages) open[roll(open.length)].push(...words.map(inserted))
  return copies
}

export const EDITS = {
  'words 3 %': (...given) => editWords(given[0], 0.03, given[2], given[3]),
  'words 15 %': (...given) => editWords(given[0], 0.15, given[2], given[3]),
  'letters 3 %': (...given) => editLetters(given[0], 0.03, given[2], given[3]),
  'letters 15 %': (...given) => editLetters(given[0], 0.15, given[2], given[3]),
  typography: editTypography,
  'passage cut out': cutOut,
  'passage stands twice': duplicate,
  'paragraphs reordered': reorder,
}
