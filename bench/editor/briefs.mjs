// A library with briefs of several lengths, their quotes linked to real passages.
import { createAnnotation } from '../../src/core/db/annotations.ts'
import { createBrief } from '../../src/core/db/briefs.ts'
import { digestBrief } from '../../src/core/briefs/digest.ts'
import { importText } from '../../src/core/library/fixtures/scratch.ts'
import { openLibrary } from '../../src/core/library/open.ts'
import { passageAt } from '../../src/shared/anchoring/passage.ts'
import { element, makeParagraph, makeText } from '../../src/shared/brief/make.ts'
import { BRIEF_FORMAT } from '../../src/shared/brief/state.ts'
import { makeArticle } from '../check/texts.mjs'
import { dice } from '../pdf/articles.mjs'

const PER_SOURCE = 50

/** Quotes of passages of several sources. */
function quotesIn(library, count, seed) {
  const quotes = []
  for (let at = 0; quotes.length < count; at += 1) {
    const roll = dice(seed + at)
    const text = makeArticle(seed + at, 2000)
    const { source, version } = importText(library, text, {
      citekey: `s${seed + at}`,
      title: text.slice(0, 50),
      url: null,
    })
    library.write('annotate', (writer) => {
      for (let made = 0; made < PER_SOURCE && quotes.length < count; made += 1) {
        const start = text.indexOf(' ', roll(text.length - 400)) + 1
        const end = text.indexOf(' ', start + 60 + roll(100))
        const place = passageAt(text, { start, end: end < 0 ? text.length : end })
        const beside = { colour: 'yellow', comment: null, tags: [], attribution: null }
        const { exact, prefix, suffix } = place
        const segments = [{ start: place.start, end: place.end }]
        const annotation = createAnnotation(writer, {
          source,
          version,
          segments,
          exact,
          prefix,
          suffix,
          ...beside,
        })
        const { id: anchor } = writer.sql('SELECT id FROM anchor WHERE annotation_id = ?').get(annotation)
        quotes.push({
          type: 'linked-quote',
          version: 1,
          annotation,
          anchor,
          pin: null,
          alterations: [],
          shown: exact,
          translation: null,
          emphasis: [],
        })
      }
    })
  }
  return quotes
}

function blocksOf(words, quotes, seed) {
  const paragraphs = makeArticle(seed, words)
    .replaceAll(/["“”„«»[\]]/g, '')
    .split('\n\n')
  const every = Math.max(1, Math.floor(paragraphs.length / Math.max(1, quotes.length)))
  const left = [...quotes]
  const perTime = Math.max(1, Math.ceil(quotes.length / paragraphs.length))
  return paragraphs.flatMap((text, at) => {
    const here = at % every === 0 ? left.splice(0, perTime) : []
    const inlines = [
      makeText(text),
      ...here.flatMap((quote) => [makeText(' It said '), quote, makeText('.')]),
    ]
    const heading = { ...element, type: 'heading', tag: 'h2', children: [makeText(`Part ${at / 10 + 1}`)] }
    return at % 10 === 0 ? [heading, makeParagraph(inlines)] : [makeParagraph(inlines)]
  })
}

/** Makes briefs of `[{words, quotes}]`; gives their titles, and the plain paragraphs of each. */
export function fillLibrary(path, sizes) {
  const library = openLibrary({ path, create: true, digestBrief, who: 'Ada', device: 'desk' })
  const made = sizes.map(({ words, quotes }, at) => {
    const title = `A brief of ${words} words`
    const children = blocksOf(words, quotesIn(library, quotes, 1000 * (at + 1)), 77 + at)
    const state = {
      format: BRIEF_FORMAT,
      title,
      language: 'en',
      citationStyle: null,
      extra: {},
      root: { ...element, type: 'root', children },
    }
    library.write('brief', (writer) =>
      createBrief(writer, {
        title,
        language: 'en',
        citationStyle: null,
        format: BRIEF_FORMAT,
        content: JSON.stringify(state),
      }),
    )
    const paragraphs = children.map(({ children: inlines }) =>
      inlines.map(({ text, shown }) => text ?? `“${shown}”`).join(''),
    )
    return { words, quotes, title, paragraphs }
  })
  library.close()
  return made
}
