// A library with linked quotes in briefs.
import { importText } from '../../src/core/library/fixtures/scratch.ts'
import { createAnnotation } from '../../src/core/db/annotations.ts'
import { createBrief } from '../../src/core/db/briefs.ts'
import { passageAt } from '../../src/shared/anchoring/passage.ts'
import { BRIEF_FORMAT } from '../../src/shared/brief/state.ts'
import { element, makeParagraph, makeText } from '../../src/shared/brief/make.ts'
import { dice } from '../pdf/articles.mjs'
import { makeArticle } from './texts.mjs'

const PER_SOURCE = 10
const PER_BRIEF = 500

function passageIn(text, roll) {
  const at = roll(Math.max(1, text.length - 300))
  const start = text.indexOf(' ', at) + 1
  const end = text.indexOf(' ', start + 60 + roll(120))
  return passageAt(text, { start, end: end < 0 ? text.length : end })
}

function briefWith(quotes, at) {
  const children = quotes.map((quote) => makeParagraph([makeText('It said '), quote, makeText('.')]))
  const state = {
    format: BRIEF_FORMAT,
    title: `Brief ${at}`,
    language: 'en',
    citationStyle: null,
    extra: {},
    root: { type: 'root', ...element, children },
  }
  return {
    title: state.title,
    language: 'en',
    citationStyle: null,
    format: BRIEF_FORMAT,
    content: JSON.stringify(state),
  }
}

/** Puts so many quotes, of ten passages a source, into briefs of 500 each. */
export function addLinkedQuotes(library, count) {
  const quotes = []
  for (let at = 0; at < count / PER_SOURCE; at += 1) {
    const roll = dice(at + 1)
    const text = makeArticle(500_000 + at, 600)
    const { source, version } = importText(library, text, {
      citekey: `linked${at}`,
      title: text.slice(0, 50),
      url: null,
    })
    library.write('annotate', (writer) => {
      for (let made = 0; made < PER_SOURCE; made += 1) {
        const { start, end, exact, prefix, suffix } = passageIn(text, roll)
        const beside = { colour: 'yellow', comment: null, tags: [], attribution: null }
        const { id, anchor } = annotated(writer, {
          source,
          version,
          segments: [{ start, end }],
          exact,
          prefix,
          suffix,
          ...beside,
        })
        quotes.push({
          type: 'linked-quote',
          version: 1,
          annotation: id,
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
  for (let from = 0; from < quotes.length; from += PER_BRIEF)
    library.write('brief', (writer) =>
      createBrief(writer, briefWith(quotes.slice(from, from + PER_BRIEF), from)),
    )
}

function annotated(writer, made) {
  const id = createAnnotation(writer, made)
  const row = writer.sql('SELECT id FROM anchor WHERE annotation_id = ?').get(id)
  return { id, anchor: row.id }
}
