/**
 * Time and size of PDF, Word, HTML and Markdown exports of 10, 100 and 345 pages (the last
 * with 1,500 quotes), beside bare Typst and the bare docx package on the same words in the
 * same run. Prints one table and keeps it as JSON in out/bench/export.json.
 *
 *     node bench/export.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import * as word from 'docx'
import { printDocx } from '../src/core/export/docx.ts'
import { printHtml } from '../src/core/export/html.ts'
import { layOut } from '../src/core/export/lay-out.ts'
import { printMarkdown } from '../src/core/export/markdown.ts'
import { printPdf } from '../src/core/export/pdf.ts'

const ROOT = new URL('..', import.meta.url)
const FONTS = fileURLToPath(new URL('resources/fonts', ROOT))
const QUOTES = [43, 435, 1_500]
const RUNS = 5

const SENTENCES = [
  'The harbour office stopped publishing its daily table of arrivals on the third day of the strike.',
  'By then eleven vessels lay at anchor in the roads, and two of them had been there for a week.',
  'The union, for its part, kept to the words of its first statement and added nothing to them.',
]
const WORDS = 'We expect a full account of the night before the inquiry closes, and we expect it under oath.'
const PROSE = SENTENCES.join(' ')

const element = (type, children, more = {}) => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...more,
})
const text = (value) => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: value,
})
const quote = (type, number) => ({
  type,
  version: 1,
  annotation: String(number),
  anchor: String(number),
  pin: null,
  alterations: [],
  shown: WORDS,
  translation: null,
  emphasis: [],
})

const wordsOf = (number) => `${WORDS} (${number})`
const noteOf = (number) => [
  `Speaker ${number % 7} (harbour master): `,
  `Port workers end their strike, part ${number}`,
  `, The Courier, 2024-03-14, para. ${number}. `,
  `https://courier.example/2024/${number}`,
]

function briefOf(quotes) {
  const blocks = Array.from({ length: quotes }, (_, number) =>
    number % 3 === 0
      ? [
          element('heading', [text(`Day ${number}`)], { tag: 'h2' }),
          element('paragraph', [text(PROSE)]),
          quote('linked-quote-block', number),
        ]
      : [
          element('paragraph', [
            text(`${PROSE} They said: `),
            quote('linked-quote', number),
            text(' And more.'),
          ]),
        ],
  )
  const root = element('root', blocks.flat())
  return { format: 1, title: 'Benchmark', language: 'en', citationStyle: null, extra: {}, root }
}

const evidence = {
  quote: ({ annotation }) => {
    const number = Number(annotation)
    return {
      words: wordsOf(number),
      language: 'en',
      original: null,
      attribution: {
        speaker: `Speaker ${number % 7}`,
        role: 'harbour master',
        place: null,
        date: null,
        quotedBy: null,
      },
      locator: `para. ${number}`,
      source: {
        citekey: `courier${number}`,
        title: `Port workers end their strike, part ${number}`,
        authors: [],
        publication: 'The Courier',
        published: '2024-03-14',
        url: `https://courier.example/2024/${number}`,
        language: 'en',
      },
    }
  },
  context: ({ annotation }) => ({
    verdict: 'verbatim',
    warnings: [],
    passage: {
      before: `${PROSE} `,
      words: wordsOf(Number(annotation)),
      after: ` ${PROSE}`,
      cut: { before: true, after: true },
    },
  }),
  work: () => null,
  image: () => null,
}

const citedRun = (words, styles = [], address = null) => ({ text: words, styles, url: address })

/** Citations that read as the notes of the bare peer do: what they cost is measured by citations-live.mjs. */
const cited = {
  isNote: true,
  of: ({ annotation }) => {
    const [, title, rest, url] = noteOf(Number(annotation))
    return { runs: [citedRun(title, ['italic']), citedRun(rest), citedRun(url, [], url)], citekeys: [] }
  },
  bibliography: [],
}

const bareNote = (number) => {
  const [speaker, title, rest, url] = noteOf(number)
  return `#footnote[${speaker}_${title}_${rest}#link("${url}")]`
}

/** The same words and styles, as one would write them in Typst by hand. */
function bareSource(quotes) {
  const body = Array.from({ length: quotes }, (_, number) =>
    number % 3 === 0
      ? `= Day ${number}\n\n${PROSE}\n\n#quote(block: true)[${wordsOf(number)}${bareNote(number)}]\n`
      : `#block(breakable: false, above: 1.3em, below: 1.3em)[${PROSE} They said: “${wordsOf(number)}”${bareNote(number)} And more.]\n`,
  )
  return `#set document(title: "Benchmark")
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en", fallback: false, hyphenate: false, ligatures: false)
#set page(paper: "a4", margin: (top: 31mm, bottom: 34mm, x: 39mm), header: [Benchmark], numbering: "1")
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
${body.join('\n')}`
}

function bare(source) {
  const compiler = NodeCompiler.create({ workspace: FONTS, fontArgs: [{ fontPaths: [FONTS] }] })
  const document = compiler.compile({ mainFileContent: source }).result
  const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 })
  const pages = document.numOfPages
  compiler.evictCache(0)
  return { bytes, pages }
}

const wordRun = (words, more = {}) => new word.TextRun({ text: words, ...more })

/** The same paragraphs and notes, as one would make them with the docx package. */
function bareDocx(quotes) {
  const footnotes = {}
  const children = Array.from({ length: quotes }, (_, number) => {
    const [speaker, title, rest, url] = noteOf(number)
    const link = new word.ExternalHyperlink({ link: url, children: [wordRun(url, { style: 'Hyperlink' })] })
    footnotes[number + 1] = {
      children: [
        new word.Paragraph({
          children: [wordRun(speaker), wordRun(title, { italics: true }), wordRun(rest), link],
        }),
      ],
    }
    const note = new word.FootnoteReferenceRun(number + 1)
    if (number % 3 !== 0) {
      const words = [
        wordRun(`${PROSE} They said: “`),
        wordRun(wordsOf(number)),
        wordRun('”'),
        note,
        wordRun(' And more.'),
      ]
      return [new word.Paragraph({ children: words })]
    }
    return [
      new word.Paragraph({ text: `Day ${number}`, heading: word.HeadingLevel.HEADING_1 }),
      new word.Paragraph({ children: [wordRun(PROSE)] }),
      new word.Paragraph({ style: 'Quote', children: [wordRun(wordsOf(number)), note] }),
    ]
  })
  const sections = [
    {
      children: [
        new word.Paragraph({ text: 'Benchmark', heading: word.HeadingLevel.TITLE }),
        ...children.flat(),
      ],
    },
  ]
  return word.Packer.toBuffer(new word.Document({ footnotes, sections }))
}

/** The best time of each of some tasks, run in turn so that a busy machine slows them alike, and the last results. */
async function inTurn(tasks) {
  const best = tasks.map(() => Infinity)
  const results = []
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- tasks that ran at once would measure each other
      results[index] = await task()
      best[index] = Math.min(best[index], performance.now() - start)
    }
  }
  return tasks.map((_, index) => ({ ms: Math.round(best[index]), result: results[index] }))
}

const MARKS = { open: '“', close: '”' }
const rows = []
for (const quotes of QUOTES) {
  const state = briefOf(quotes)
  const source = bareSource(quotes)
  // oxlint-disable-next-line no-await-in-loop -- sizes that ran at once would measure each other
  const [peer, pdf, wordPeer, docx, html, markdown] = await inTurn([
    () => bare(source),
    () => printPdf(layOut(state, evidence, cited, MARKS, '2024-03-14'), evidence, FONTS),
    () => bareDocx(quotes),
    () => printDocx(layOut(state, evidence, cited, MARKS, '2024-03-14'), evidence),
    () => printHtml(layOut(state, evidence, cited, MARKS, '2024-03-14'), evidence),
    () => printMarkdown(layOut(state, evidence, cited, MARKS, '2024-03-14')),
  ])
  rows.push({
    quotes,
    pages: pdf.result.pages,
    'bare pages': peer.result.pages,
    'PDF ms': pdf.ms,
    'bare Typst ms': peer.ms,
    ratio: Number((pdf.ms / peer.ms).toFixed(2)),
    'PDF kB': Math.round(pdf.result.bytes.length / 1000),
    'bare kB': Math.round(peer.result.bytes.length / 1000),
    'Word ms': docx.ms,
    'bare docx ms': wordPeer.ms,
    'Word ratio': Number((docx.ms / wordPeer.ms).toFixed(2)),
    'Word kB': Math.round(docx.result.bytes.length / 1000),
    'bare docx kB': Math.round(wordPeer.result.length / 1000),
    'HTML ms': html.ms,
    'HTML kB': Math.round(Buffer.byteLength(html.result.html) / 1000),
    'Markdown ms': markdown.ms,
    'Markdown kB': Math.round(Buffer.byteLength(markdown.result) / 1000),
  })
}

console.table(rows)
const folder = new URL('out/bench/', ROOT)
await mkdir(folder, { recursive: true })
await writeFile(
  new URL('export.json', folder),
  `${JSON.stringify({ node: process.version, runs: RUNS, rows }, null, 2)}\n`,
)
