// Articles of made-up sentences, always the same, with the words that a reader of their PDF should get.

const NOUNS = `committee representative infrastructure government parliament agreement settlement commission
 investigation correspondent reservoir harbour irrigation ministry delegation compensation negotiation
 constitution independence administration opposition declaration department neighbourhood responsibility
 consequence temperature development environment organisation university manufacturer understanding
 population employment transportation communication archive province lake river border treaty budget engineer
 farmer fisherman newspaper statement record council village court measure question answer`.split(/\s+/)
const ADJECTIVES =
  `international considerable independent extraordinary agricultural preliminary constitutional
 well-known so-called long-term cross-border decision-making high-ranking self-governing two-thirds official
 unprecedented environmental comprehensive financial humanitarian northern southern temporary permanent
 controversial substantial administrative old new early late quiet open`.split(/\s+/)
const VERBS =
  `acknowledged recommended investigated demonstrated established reconsidered published contradicted
 strengthened implemented underestimated described questioned supported abandoned postponed measured rejected
 announced welcomed criticised`.split(/\s+/)
const LINKS = `because although while whereas after before since until`.split(/\s+/)

/** A small generator of numbers that gives the same on every machine. */
export function dice(seed) {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const article = (adjective) => (/^[aeiou]/.test(adjective) ? 'an' : 'a')

export function sentence(roll) {
  const one = (list) => list[roll(list.length)]
  const phrase = () => {
    const adjective = one(ADJECTIVES)
    return `${roll(2) ? 'the' : article(adjective)} ${adjective} ${one(NOUNS)}`
  }
  const clause = () => `${phrase()} of the ${one(NOUNS)} ${one(VERBS)} ${phrase()}`
  const tail = roll(3) ? `, ${one(LINKS)} ${clause()}` : ''
  const figure = roll(4) ? '' : ` in ${String(1950 + roll(70))}`
  const words = `${clause()}${figure}${tail}.`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Headings, paragraphs of sentences, and every few paragraphs a note. */
export function makeArticle(seed, paragraphs) {
  const roll = dice(seed)
  const parts = []
  for (let index = 0; index < paragraphs; index += 1) {
    if (index % 6 === 0)
      parts.push({
        kind: 'heading',
        text: `The ${ADJECTIVES[roll(ADJECTIVES.length)]} ${NOUNS[roll(NOUNS.length)]}`,
      })
    const sentences = Array.from({ length: 3 + roll(5) }, () => sentence(roll))
    const note = index % 4 === 1 ? sentence(roll) : null
    parts.push({ kind: 'paragraph', sentences, note })
  }
  return parts
}

const escaped = (text) => text.replaceAll(/[#$*_@\\<>`~]/g, (sign) => `\\${sign}`)

/** The article as a Typst program under one of the layouts. */
export function typeset(parts, layout) {
  const body = parts.map((part) => {
    if (part.kind === 'heading') return `= ${escaped(part.text)}`
    const [first = '', ...rest] = part.sentences
    const note = part.note === null || !layout.notes ? '' : `#footnote[${escaped(part.note)}]`
    return [escaped(first) + note, ...rest.map(escaped)].join(' ')
  })
  return [
    `#set page(paper: "a4", columns: ${layout.columns}, margin: ${layout.columns > 1 ? '2cm' : '3cm'}, ${layout.heads ? 'header: [The Meridian Review #h(1fr) Volume 7], numbering: "1"' : ''})`,
    `#set text(font: "Source Serif 4", size: 10pt, lang: "en", hyphenate: ${layout.hyphenate})`,
    `#set par(justify: ${layout.justify}, ${layout.indent ? 'first-line-indent: 1.2em, spacing: 0.65em' : ''})`,
    ...body,
  ].join('\n\n')
}

export const LAYOUTS = {
  'one column, ragged': {
    columns: 1,
    justify: false,
    hyphenate: false,
    heads: false,
    notes: false,
    indent: false,
  },
  'one column, heads and numbers': {
    columns: 1,
    justify: true,
    hyphenate: true,
    heads: true,
    notes: false,
    indent: true,
  },
  'two columns, hyphens': {
    columns: 2,
    justify: true,
    hyphenate: true,
    heads: true,
    notes: false,
    indent: true,
  },
  'two columns, hyphens, notes': {
    columns: 2,
    justify: true,
    hyphenate: true,
    heads: true,
    notes: true,
    indent: true,
  },
  'three columns, hyphens': {
    columns: 3,
    justify: true,
    hyphenate: true,
    heads: true,
    notes: false,
    indent: true,
  },
}

/** The words in order, and the sentences of text and notes. */
export function truthOf(parts, layout) {
  const lines = parts.map((part) => (part.kind === 'heading' ? part.text : part.sentences.join(' ')))
  const notes = layout.notes
    ? parts.flatMap((part) => (part.note === undefined || part.note === null ? [] : [part.note]))
    : []
  return {
    text: [...lines, ...notes].join('\n'),
    sentences: [...parts.flatMap((part) => part.sentences ?? []), ...notes],
  }
}
