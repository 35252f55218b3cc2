// Measures how PDFs are read, on files that are made here, so that their true words are known: pages a second, the
// words right and in order (F1), the sentences found whole; beside pdftotext where that is installed.
// Run: node bench/pdf.mjs [--paragraphs N]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readOriginal } from '../src/core/import/read.ts'
import { LAYOUTS, makeArticle, truthOf, typeset } from './pdf/articles.mjs'
import { score } from './pdf/score.mjs'

const given = process.argv.indexOf('--paragraphs')
const paragraphs = given < 0 ? 120 : Number(process.argv[given + 1])
const fonts = fileURLToPath(new URL('../resources/fonts/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [
    {
      fontBlobs: readdirSync(fonts)
        .filter((name) => name.startsWith('SourceSerif4'))
        .map((name) => readFileSync(join(fonts, name))),
    },
  ],
})

function print(source) {
  const { result } = compiler.compile({ mainFileContent: source, resetRead: true })
  if (result === null) throw new Error('The page cannot be set.')
  return { bytes: compiler.pdf(result, { creationTimestamp: 1_710_374_400 }), pages: result.numOfPages }
}

const round = (value) => Math.round(value * 10_000) / 10_000

const undone = (text) => text.replaceAll(/[-\u00ad‐]\n(?=\p{Ll})/gu, '')

function popplerText(path) {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

const READERS = {
  verbatim: async (path) =>
    (await readOriginal({ bytes: readFileSync(path), name: 'article.pdf', encoding: null })).text,
  pdftotext: popplerText,
  'pdftotext, hyphens joined': (path) => {
    const text = popplerText(path)
    return text === null ? null : undone(text)
  },
}

const rows = []
await readOriginal({ bytes: print('Warm.').bytes, name: 'warm.pdf', encoding: null })
for (const [name, layout] of Object.entries(LAYOUTS)) {
  const parts = makeArticle(7, paragraphs)
  const { bytes, pages } = print(typeset(parts, layout))
  const path = join(folder, 'article.pdf')
  writeFileSync(path, bytes)
  for (const [reader, read] of Object.entries(READERS)) {
    const started = performance.now()
    const text = await read(path)
    const seconds = (performance.now() - started) / 1000
    if (text === null) continue
    const { f1, sentences } = score(text, truthOf(parts, layout))
    rows.push({
      layout: name,
      reader,
      pages,
      'pages/s': Math.round(pages / seconds),
      F1: round(f1),
      sentences: round(sentences),
    })
  }
}
rmSync(folder, { recursive: true })
console.table(rows)
writeFileSync(
  fileURLToPath(new URL('results/pdf.json', import.meta.url)),
  `${JSON.stringify({ paragraphs, node: process.version, rows }, null, 2)}\n`,
)
