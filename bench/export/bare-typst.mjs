// A brief as one would write it in Typst by hand, with the same words, fonts and measures as ours.

const escaped = (text) => text.replaceAll(/[\\#*_`$<>@=~[\]/"'+-]/gu, String.raw`\$&`)

/** Notes are numbered from 1; each stands where it is referred to. */
function spansOf(spans, notes) {
  return spans.map((span) => spanOf(span, notes)).join('')
}

function spanOf(span, notes) {
  switch (span.type) {
    case 'text':
      return escaped(span.value)
    case 'emphasis':
      return `_${spansOf(span.children, notes)}_`
    case 'link':
      return `#link("${span.url}")`
    case 'footnoteReference':
      return `#footnote[${notes[Number(span.identifier) - 1].blocks.map((block) => spansOf(block.children, notes)).join('\n\n')}]`
    case 'quotedWords':
    case 'citedWords':
      return spansOf(span.children, notes)
    default:
      throw new Error(`The peer has no ${span.type}.`)
  }
}

const holdsQuote = ({ children }) => children.some(({ type }) => type === 'quotedWords')

function blockOf(block, notes) {
  switch (block.type) {
    case 'heading':
      return `= ${spansOf(block.children, notes)}`
    case 'blockquote':
      return `#quote(block: true)[${block.children.map((child) => spansOf(child.children, notes)).join('\n\n')}]`
    case 'paragraph': {
      const words = spansOf(block.children, notes)
      if (block.data?.entry !== undefined) return `#par(hanging-indent: 1.4em, spacing: 0.9em)[${words}]`
      return holdsQuote(block) ? `#block(breakable: false, above: 1.3em, below: 1.3em)[${words}]` : words
    }
    default:
      throw new Error(`The peer has no ${block.type}.`)
  }
}

/** The source. Like ours it is PDF/UA-1, with tags, a title and bookmarks. */
export function bareTypst({ title, blocks, notes }) {
  return `#set document(title: "${title}")
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en", fallback: false, hyphenate: false, ligatures: false)
#set page(paper: "a4", margin: (top: 31mm, bottom: 34mm, x: 39mm), header: [${title}], numbering: "1")
#set par(leading: 0.76em, spacing: 1.3em)
#set smartquote(enabled: false)
#show heading: set text(15pt, weight: 600)
#show heading: set block(above: 1.9em, below: 0.9em, sticky: true)
#show quote: set block(breakable: false)
#show quote: set pad(x: 1.4em)
#show title: set block(below: 2.4em)
#set footnote.entry(clearance: 1.4em, gap: 0.75em, indent: 0em)
#show footnote.entry: set text(8.5pt)
#show footnote.entry: set par(leading: 0.62em)
#show link: set text(fill: rgb("#1f4173"))
#title()

${blocks.map((block) => blockOf(block, notes)).join('\n\n')}
`
}
