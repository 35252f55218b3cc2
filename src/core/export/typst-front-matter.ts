/** The part of the template that prints what stands before a brief’s text: its title, its date, its contents. */
export const FRONT_MATTER = String.raw`#let name = {
  show title: set text((brief: 23pt, memo: 18pt, article: 21pt).at(design), weight: 600)
  show title: set par(leading: 0.5em)
  show title: set block(below: 0.9em)
  show title: heavy
  styled(brief.head, title(brief.head.c.map(words).join()))
}
#if design == "memo" {
  block(below: 2em, {
    line(length: 100%, stroke: 2.4pt)
    v(0.1em)
    name
    text(9.5pt, fill: grey, font: brief.fonts.mono, brief.date)
    line(length: 100%, stroke: hairline)
  })
} else if design == "article" {
  block(above: 1.5em, below: 3em, width: 100%, align(center, {
    name
    text(10pt, style: "italic", brief.date)
  }))
} else {
  block(below: 2.4em, {
    name
    text(9.5pt, fill: grey, brief.date)
    v(0.2em)
    line(length: 100%, stroke: 0.8pt)
  })
}

// Nothing is drawn between a heading and its page: dots would be copied with them.
#if brief.look.contents != none {
  set outline.entry(fill: none)
  show outline.entry.where(level: 1): set block(above: 0.9em)
  block(below: 3em, headed(1, outline(title: brief.look.contents, depth: 3, indent: 1.4em)))
}`
