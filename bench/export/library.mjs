// A library of saved articles with passages marked in them, and briefs of some lengths that quote them.
import { digestBrief } from '../../src/core/briefs/digest.ts'
import { createAnnotation } from '../../src/core/db/annotations.ts'
import { createBrief } from '../../src/core/db/briefs.ts'
import { importText } from '../../src/core/library/fixtures/scratch.ts'
import { openLibrary } from '../../src/core/library/open.ts'
import { passageAt } from '../../src/shared/anchoring/passage.ts'
import { element, makeParagraph, makeText } from '../../src/shared/brief/make.ts'
import { BRIEF_FORMAT } from '../../src/shared/brief/state.ts'
import { makeArticle } from '../check/texts.mjs'
import { dice } from '../pdf/articles.mjs'

const PER_SOURCE = 5
const WORDS = 900

const SENTENCES = [
  'The harbour office stopped publishing its daily table of arrivals on the third day of the strike.',
  'By then eleven vessels lay at anchor in the roads, and two of them had been there for a week.',
  'The union, for its part, kept to the words of its first statement and added nothing to them.',
]
const PROSE = SENTENCES.join(' ')

/** A passage of some 60 to 160 characters that begins and ends with words and holds no end of a paragraph. */
function passageIn(text, roll) {
  const at = roll(Math.max(1, text.length - 400))
  const start = text.indexOf(' ', at) + 1
  const end = text.indexOf(' ', start + 60 + roll(100))
  const stop = text.indexOf('\n', start)
  return passageAt(text, { start, end: stop > start + 40 && stop < end ? stop : end })
}

const facts = (at, text) => ({
  citekey: `courier${at}`,
  title: text.slice(0, text.indexOf(' ', 45)).replaceAll(/\s+/gu, ' '),
  authors: [`Ada Marrow${at % 40}`, ...(at % 3 === 0 ? ['Ben Oakes'] : [])],
  publication: ['The Courier', 'Sel Observer', 'Harbour Gazette'][at % 3],
  published: `2024-03-${String((at % 28) + 1).padStart(2, '0')}`,
  url: `https://courier.example/2024/${at}`,
})

const attributed = (number) => ({
  speaker: `Speaker ${number % 7}`,
  role: 'harbour master',
  stance: null,
  topic: null,
  date: null,
  place: null,
  language: null,
  quotedBy: null,
})

/** Paragraphs that one Latin font can set: the peers choose no other. */
const latin = (text) =>
  text
    .split('\n\n')
    .filter((paragraph) => /^[ -~\u00A0-\u00FF\u2013\u2014\u2018-\u201D\u2026]+$/u.test(paragraph))
    .join('\n\n')

/** The quotes of one more source. */
function quotesOf(library, at) {
  const roll = dice(at + 1)
  const text = latin(makeArticle(at + 1, WORDS))
  const { source, version } = importText(library, text, facts(at, text))
  return library.write('annotate', (writer) =>
    Array.from({ length: PER_SOURCE }, (_, made) => {
      const { start, end, exact, prefix, suffix } = passageIn(text, roll)
      const annotation = createAnnotation(writer, {
        source,
        version,
        segments: [{ start, end }],
        exact,
        prefix,
        suffix,
        colour: 'yellow',
        comment: null,
        tags: [],
        attribution: attributed(at * PER_SOURCE + made),
      })
      const { id } = writer.sql('SELECT id FROM anchor WHERE annotation_id = ?').get(annotation)
      const quote = { version: 1, annotation, anchor: id, pin: null, alterations: [], shown: exact }
      return { ...quote, translation: null, emphasis: [] }
    }),
  )
}

/** Of three quotes one stands as a block under a heading, the others in paragraphs. */
const blocksOf = (quote, number) =>
  number % 3 === 0
    ? [
        { ...element, type: 'heading', tag: 'h2', children: [makeText(`Day ${number}`)] },
        makeParagraph([makeText(PROSE)]),
        { ...quote, type: 'linked-quote-block' },
      ]
    : [
        makeParagraph([
          makeText(`${PROSE} They said: `),
          { ...quote, type: 'linked-quote' },
          makeText(' And more.'),
        ]),
      ]

function addBrief(library, quotes) {
  const rest = { title: `Benchmark of ${quotes.length}`, language: 'en', citationStyle: null }
  const root = { ...element, type: 'root', children: quotes.flatMap(blocksOf) }
  const content = JSON.stringify({ ...rest, format: BRIEF_FORMAT, extra: {}, root })
  return library.write('brief', (writer) => createBrief(writer, { ...rest, format: BRIEF_FORMAT, content }))
}

/** Makes the library at `path`, and in it a brief with each of so many quotes, five of a source. Gives the ids of the briefs. */
export function makeLibrary(path, sizes) {
  const library = openLibrary({ path, create: true, digestBrief, who: 'Ada', device: 'desk' })
  const sources = Math.ceil(Math.max(...sizes) / PER_SOURCE)
  const quotes = Array.from({ length: sources }, (_, at) => quotesOf(library, at)).flat()
  const briefs = sizes.map((size) => ({ quotes: size, brief: addBrief(library, quotes.slice(0, size)) }))
  library.close()
  return briefs
}
