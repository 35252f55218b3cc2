// Articles whose words follow one another as in real ones, so that common and rare words are as common and rare as they are there.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dice } from '../pdf/articles.mjs'

const here = (path) => new URL(`../../${path}`, import.meta.url)

function models() {
  const truth = here('../shared/corpus/articles/truth.json')
  if (existsSync(truth))
    return Object.values(JSON.parse(readFileSync(truth, 'utf8'))).map(({ articleBody }) => articleBody)
  const samples = here('resources/sample/')
  return readdirSync(samples)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(new URL(name, samples), 'utf8'))
}

/** Which words follow each word; null ends a paragraph. So runs of eight words hardly ever stand in two articles. */
function chain(texts) {
  const follows = new Map()
  const starts = []
  for (const line of texts.flatMap((text) => text.split(/\n+/))) {
    const words = line.split(/\s+/).filter((word) => word !== '')
    if (words.length < 8) continue
    starts.push(words[0])
    for (let at = 1; at <= words.length; at += 1) {
      const known = follows.get(words[at - 1]) ?? []
      known.push(words[at] ?? null)
      follows.set(words[at - 1], known)
    }
  }
  return { follows, starts }
}

const { follows, starts } = chain(models())

/** A name of its own now and then, as articles have. */
const PARTS = ['bel', 'dor', 'kar', 'min', 'ta', 'lov', 'ren', 'shu', 'var', 'oz', 'ik', 'an', 'mur', 'ef']
const name = (roll) => {
  const made = Array.from({ length: 2 + roll(3) }, () => PARTS[roll(PARTS.length)]).join('')
  return made.charAt(0).toUpperCase() + made.slice(1)
}

function paragraph(roll) {
  let last = starts[roll(starts.length)]
  const words = [last]
  while (words.length < 90) {
    const next = follows.get(last)
    const word = next?.[roll(next.length)] ?? null
    if (word === null) break
    words.push(/^[A-Z][a-z]{3,}$/.test(word) && roll(3) === 0 ? name(roll) : word)
    last = word
  }
  return words.join(' ')
}

/** An article of about so many words. */
export function makeArticle(seed, words) {
  const roll = dice(seed)
  const paragraphs = []
  let count = 0
  while (count < words) {
    const made = paragraph(roll)
    count += made.split(' ').length
    paragraphs.push(made)
  }
  return paragraphs.join('\n\n')
}
