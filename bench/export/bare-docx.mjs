// A brief as one would make it with the docx package, with the same words and notes as ours.
import * as word from 'docx'

const runsOf = (spans, more = {}) => spans.flatMap((span) => runOf(span, more))

function runOf(span, more) {
  switch (span.type) {
    case 'text':
      return [new word.TextRun({ text: span.value, ...more })]
    case 'emphasis':
      return runsOf(span.children, { ...more, italics: true })
    case 'link':
      return [
        new word.ExternalHyperlink({
          link: span.url,
          children: runsOf(span.children, { ...more, style: 'Hyperlink' }),
        }),
      ]
    case 'footnoteReference':
      return [new word.FootnoteReferenceRun(Number(span.identifier))]
    case 'quotedWords':
    case 'citedWords':
      return runsOf(span.children, more)
    default:
      throw new Error(`The peer has no ${span.type}.`)
  }
}

function blockOf(block) {
  switch (block.type) {
    case 'heading':
      return [new word.Paragraph({ heading: word.HeadingLevel.HEADING_1, children: runsOf(block.children) })]
    case 'blockquote':
      return block.children.map(
        ({ children }) => new word.Paragraph({ style: 'Quote', children: runsOf(children) }),
      )
    case 'paragraph':
      return [new word.Paragraph({ children: runsOf(block.children) })]
    default:
      throw new Error(`The peer has no ${block.type}.`)
  }
}

/** The bytes of the document. */
export function bareDocx({ title, blocks, notes }) {
  const footnotes = Object.fromEntries(
    notes.map((note, index) => [index + 1, { children: note.blocks.flatMap(blockOf) }]),
  )
  const heading = new word.Paragraph({ text: title, heading: word.HeadingLevel.TITLE })
  const sections = [{ children: [heading, ...blocks.flatMap(blockOf)] }]
  return word.Packer.toBuffer(new word.Document({ footnotes, sections }))
}
