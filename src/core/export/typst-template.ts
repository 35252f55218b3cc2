import { FRONT_MATTER } from './typst-front-matter.ts'

/**
 * The fixed Typst program that prints every brief. It reads `brief.json` and walks
 * it; nothing of a brief is ever joined into this source, so no text can run as
 * code (docs/decisions/0010). `typst-data.ts` declares the shapes it reads.
 *
 * Each rule that holds everywhere is asked about every element and costs time on every
 * page, so rules about one kind stand where that kind is set; and each call costs, so
 * strings and plain lists are joined without one.
 */
export const TEMPLATE = String.raw`
#let brief = json("brief.json")
#let grey = luma(38%)
#let directions = (ltr: ltr, rtl: rtl)
#let hairline = 0.5pt + luma(55%)
#let design = brief.look.design

// What the designs differ in; "gap" parts paragraphs that are not indented.
#let look = (
  brief: (size: 10.5pt, margin: (top: 31mm, bottom: 34mm, x: 39mm), leading: 0.76em, gap: 1.3em, indent: 0em, h: (15pt, 12.5pt, 10.5pt)),
  memo: (size: 10.5pt, margin: (top: 26mm, bottom: 26mm, x: 33mm), leading: 0.68em, gap: 1.05em, indent: 0em, h: (12.5pt, 10.5pt, 10.5pt)),
  article: (size: 11pt, margin: (top: 33mm, bottom: 36mm, x: 37mm), leading: 0.72em, gap: 0.72em, indent: 1.4em, h: (13pt, 11pt, 11pt)),
).at(design)

// Letters whose fonts have no bold are drawn with a rim, and emphasis in those without italics is dotted.
#let thick(body) = {
  show regex("[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]+"): set text(stroke: 0.025em)
  body
}
#let heavy = if brief.eastern { thick } else { body => body }
#let upright = regex("[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Armenian}\p{Georgian}][\p{L}\p{M} ]*")
#let dotted(body) = {
  show upright: it => underline(stroke: (thickness: 0.07em, dash: "dotted"), offset: 0.3em, evade: false, it)
  body
}

// What prints nothing stands in a run of its own: in one with letters, a letter's entry in
// the PDF's table of characters would hold it too, wherever that letter stands.
#let alone = "DejaVu Sans Mono"
#let tie = text(font: alone, "\u{2060}")

#let words(it) = {
  if type(it) == str { text(it) }
  else if it.t == "tie" { tie }
  else if it.t == "may" { box() }
  else { text(font: alone, it.v) }
}

#set document(title: brief.title, date: datetime(year: brief.day.at(0), month: brief.day.at(1), day: brief.day.at(2)))
#set text(
  font: brief.fonts.at(brief.voice.script),
  size: look.size,
  lang: brief.voice.lang,
  region: brief.voice.region,
  dir: directions.at(brief.dir),
  fallback: false,
  hyphenate: false,
  ligatures: false,
  overhang: false,
  cjk-latin-spacing: none,
)
#let running = brief.running.map(words).join()
#set page(
  paper: brief.look.paper,
  margin: look.margin,
  header-ascent: 45%,
  footer-descent: 38%,
  header: context if here().page() > 1 {
    set text(8.5pt, fill: grey, style: "italic")
    set align(if design == "article" { center } else { start })
    running
  },
  footer: context {
    set text(9pt, fill: grey)
    set align(if design == "memo" { end } else { center })
    if design == "memo" { counter(page).display("1 / 1", both: true) } else { counter(page).display("1") }
  },
)
// Letters that reach high and low, or fill their squares, stand in wider lines.
#let tall = ("bn", "gu", "hi", "mr", "ne", "pa", "sa")
#let room(voice) = if voice.script in ("arab", "hans", "jpan", "kore") or voice.lang in tall { 0.2em } else { 0em }
#set par(leading: look.leading + room(brief.voice), spacing: look.gap + room(brief.voice), justify: false)
#set smartquote(enabled: false)
#set footnote.entry(separator: line(length: 16%, stroke: hairline), clearance: 1.4em, gap: 0.75em, indent: 0em)

#show footnote.entry: set text(8.5pt)
#show footnote.entry: set par(leading: 0.62em + room(brief.voice), spacing: 0.7em)

// The numbers of notes are Latin in every script.
#let raised(voice, body) = if voice.script == "latn" { body } else {
  show super: set text(font: brief.fonts.latn)
  body
}
#show: body => raised(brief.voice, body)
// In a language of its own: the fonts of its script, and its direction where that is another.
#let spoken(voice, body) = raised(voice, text(
  font: brief.fonts.at(voice.script),
  lang: voice.lang,
  region: voice.region,
  body,
))
#let styled(it, body) = {
  if "voice" not in it and "dir" not in it { return body }
  set text(dir: directions.at(it.dir)) if "dir" in it
  set par(leading: look.leading + room(it.voice)) if "voice" in it
  if "voice" in it { spoken(it.voice, body) } else { body }
}

#let dress(level) = (
  (size: look.h.at(0), weight: 600),
  (size: look.h.at(1), ..if design == "article" { (weight: 400, style: "italic") } else { (weight: 600) }),
  (size: look.h.at(2), weight: 600),
  (size: look.size, weight: 400, style: "italic"),
  (size: look.size, weight: 400, style: "italic", fill: grey),
  (size: look.size, weight: 400, fill: grey),
).at(calc.min(level, 6) - 1)
#let headed(level, body) = {
  show heading: set text(..dress(level))
  show heading: set par(leading: 0.5em)
  show heading: set block(above: 1.9em, below: 0.9em)
  show heading: if level <= 3 { heavy } else { shown => shown }
  body
}

#let mono(body) = {
  show raw: set text(font: brief.fonts.mono, size: 1.1em, ligatures: false)
  body
}

// A note begins on the line of its number, which stands where the note's lines begin.
#let entry(blocks, render) = {
  if blocks.len() == 0 { return }
  let first = blocks.first()
  if first.t == "p" {
    let words = for part in first.c { if type(part) == str { part } else if part.t == "tie" { tie } else { render(part) } }
    if "voice" in first { spoken(first.voice, words) } else { words }
    if blocks.len() > 1 { parbreak() }
  } else { render(first) }
  blocks.slice(1).map(render).join()
}

#let hung = (indent: 0.5em, body-indent: 0.75em)
// A list inside another stands as close as its lines.
#let spaced(it, body) = if it.nested { styled(it, body) } else { block(above: 1.3em, below: 1.3em, styled(it, body)) }

#let named(n) = label("note-" + str(n))
#let turned(note) = note.len() > 0 and ("dir" in note.first() or "voice" in note.first())
#show: body => if not brief.notes.any(turned) { body } else {
  show footnote.entry: it => {
    let first = brief.notes.at(int(str(it.note.label).slice(5))).at(0, default: (:))
    set text(dir: directions.at(first.dir)) if "dir" in first
    set par(leading: 0.62em + room(first.voice)) if "voice" in first
    it
  }
  body
}
#let entryOf(n) = label("entry-" + str(n))

// What is frequent stands first and walks its parts itself: a closure that is made or called for each part costs more
// than what it does.
#let render(it) = {
  let kind = it.t
  if kind == "p" {
    let body = par(for part in it.c { if type(part) == str { part } else if part.t == "tie" { tie } else { render(part) } })
    if "voice" in it or "dir" in it { body = styled(it, body) }
    // A note takes its room when its line is set. Were lines of such a paragraph held together, the line
    // would then go to the next page after all, and the note would stand on the page before its number.
    if it.keep { block(breakable: false, above: look.gap, below: look.gap, body) }
    else if it.noted { text(costs: (orphan: 0%, widow: 0%), body) }
    else { body }
    return
  }
  if kind == "note" {
    let mark = if it.first [#footnote(h(0.2em) + entry(brief.notes.at(it.n), render))#named(it.n)] else { footnote(named(it.n)) }
    if it.apart { box(mark) } else { mark }
    return
  }
  if kind == "tie" { return tie }
  if kind == "cite" {
    return link(entryOf(it.n), for part in it.c { if type(part) == str { part } else if part.t == "tie" { tie } else { render(part) } })
  }
  let all(list) = for part in list { if type(part) == str { part } else if part.t == "tie" { tie } else { render(part) } }
  if kind == "may" or kind == "mark" { words(it) }
  else if kind == "quoted" { spoken(it.voice, all(it.c)) }
  else if kind == "span" { all(it.c) }
  else if kind == "comma" { tie + super[,] + tie }
  else if kind == "em" { emph(if it.laid { dotted(all(it.c)) } else { all(it.c) }) }
  else if kind == "strong" { heavy(strong(text(weight: 600, all(it.c)))) }
  else if kind == "del" { strike(all(it.c)) }
  else if kind == "sup" { super(all(it.c)) }
  else if kind == "sub" { sub(all(it.c)) }
  else if kind == "caps" { smallcaps(all(it.c)) }
  else if kind == "under" { underline(all(it.c)) }
  else if kind == "code" { mono(raw(it.v)) }
  else if kind == "entry" {
    let body = block(breakable: not it.keep, above: 0.95em, below: 0.95em, styled(it, par(hanging-indent: 1.4em, all(it.c))))
    [#body#entryOf(it.n)]
  }
  else if kind == "br" { linebreak() }
  // What leads out of the file is told by its colour; what leads to a place in it is not.
  else if kind == "link" { text(fill: rgb("#1f4173"), link(it.u, all(it.c))) }
  else if kind == "image" { box(image(it.p, alt: it.alt)) }
  else if kind == "h" {
    let head = heading(level: it.level, all(it.c))
    headed(it.level, if it.notes.len() == 0 { styled(it, head) } else {
      show heading: shown => block(sticky: true, shown.body + all(it.notes))
      styled(it, head)
    })
  }
  else if kind == "quote" {
    let side = if it.at("dir", default: brief.dir) == "rtl" { "right" } else { "left" }
    let edge = (left: 0pt, right: 0pt)
    edge.insert(side, 1.4em)
    set block(breakable: not it.keep)
    styled(it, quote(block: true, block(inset: edge, all(it.c))))
  }
  else if kind == "list" { spaced(it, list(..hung, marker: ([•], [–], [·]), tight: it.tight, ..it.items.map(all))) }
  else if kind == "enum" { spaced(it, enum(..hung, tight: it.tight, start: it.start, ..it.items.map(all))) }
  else if kind == "tasks" {
    let sign(done) = if done == none { "•" } else if done { "☑" } else { "☐" }
    spaced(it, enum(..hung, tight: it.tight, numbering: n => sign(it.done.at(n - 1)), ..it.items.map(all)))
  }
  else if kind == "table" {
    let cells(row, whole) = row.map(cell => table.cell(breakable: not whole, styled(cell, all(cell.c))))
    let rows = it.rows.zip(it.whole).map(((row, whole)) => cells(row, whole))
    let crowded = it.columns > 7
    let headed = it.header != "none"
    let head = if headed {
      (table.header(repeat: it.header == "repeated", ..rows.first()), table.hline(stroke: hairline))
    }
    let body = if headed { rows.slice(1) } else { rows }
    show table.cell.where(y: 0): set text(weight: if headed { 600 } else { 400 })
    show table.cell.where(y: 0): if headed { heavy } else { body => body }
    block(above: 1.6em, below: 1.6em, {
      set text(if crowded { 7.5pt } else { 9.5pt })
      set par(leading: 0.6em, spacing: 0.8em)
      styled(it, table(
        stroke: none,
        columns: it.columns,
        inset: if crowded { (x: 0.4em, y: 0.5em) } else { (x: 0.6em, y: 0.55em) },
        align: it.align.map(side => (start: start, left: left, center: center, right: right).at(side)),
        table.hline(stroke: 0.8pt), ..head, ..body.flatten(), table.hline(stroke: 0.8pt),
      ))
    })
  }
  else if kind == "figure" {
    set figure(gap: 0.9em)
    show figure: set block(above: 1.6em, below: 1.6em)
    show figure.caption: set text(9.5pt, fill: grey)
    // A caption has room below the tallest picture.
    let tallest = 170mm
    let below = if it.caption != none { figure.caption(styled(it.caption, all(it.caption.c))) }
    let shown = layout(room => {
      let whole = image(it.p, alt: it.alt)
      if measure(whole, ..room).height > tallest { image(it.p, alt: it.alt, height: tallest) } else { whole }
    })
    figure(shown, alt: it.alt, caption: below, numbering: none, outlined: false)
  }
  else if kind == "pre" {
    block(above: 1.6em, below: 1.6em, width: 100%, fill: luma(96%), inset: 0.8em, radius: 2pt, {
      set text(dir: ltr)
      set par(leading: 0.6em)
      mono(raw(block: true, it.v))
    })
  }
  else if kind == "rule" { block(above: 2em, below: 2em, width: 100%, align(center, line(length: 22%, stroke: hairline))) }
}

${FRONT_MATTER}
// A heading stays with what it stands over: what is kept whole would go to the next page without it.
#let under(headings, it) = {
  let size = look.h.at(calc.min(headings.first().level, 3) - 1)
  block(breakable: false, above: 1.9 * size, below: look.gap, headings.map(render).join() + render(it))
}

// A paragraph after another one begins with an indent, where the design has one.
#let indented(it) = {
  set par(first-line-indent: (amount: look.indent, all: true))
  render(it)
}

#{
  let headings = ()
  let before = none
  for it in brief.blocks {
    let keep = it.at("keep", default: false)
    if it.t == "h" { headings.push(it) }
    else if headings.len() in (1, 2, 3) and headings.all(it => it.short) and keep { under(headings, it); headings = () }
    else {
      headings.map(render).join()
      headings = ()
      if it.t == "p" and before == "p" { indented(it) } else { render(it) }
    }
    before = it.t
  }
  headings.map(render).join()
}
`
