/**
 * A brief of 1,000 citations of 200 sources, as the citation panel asks for it: set
 * whole, and again after one more citation is put in anywhere, with the look-up of the
 * sources in a library. Bare citeproc does the same with its own calls in the same run.
 * Prints milliseconds and keeps them in out/bench/citations-live.json.
 *
 *     node bench/citations-live.mjs
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import CSL from 'citeproc'
import { digestBrief } from '../src/core/briefs/digest.ts'
import { Citations } from '../src/core/citations/citations.ts'
import { renderCitations } from '../src/core/citations/render.ts'
import { addCitedSource } from '../src/core/db/source-facts.ts'
import { openLibrary } from '../src/core/library/open.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const [CITATIONS, SOURCES, INSERTIONS] = [1_000, 200, 30]
const STYLES = [
  'chicago-fullnote-bibliography',
  'chicago-author-date',
  'apa',
  'modern-language-association',
  'harvard-cite-them-right',
  'ieee',
  'vancouver',
  'nature',
  'iso690-author-date-en',
]

/** The same numbers in every run. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % below
  }
}

const source = (at) => ({
  citekey: `key${at}`,
  title: `The story number ${at} of the walls`,
  authors: [`Ann ${String.fromCharCode(65 + (at % 26))} Fam${at % 60}`],
  publication: 'The Courier',
  published: `${2000 + (at % 10)}-03-04`,
  publishedAt: null,
  modified: null,
  archivedAt: null,
  url: `https://courier.example/${at}`,
  language: 'en',
  type: 'article',
  doi: null,
  tags: [],
})

const element = { version: 1, direction: null, format: '', indent: 0 }
const text = (words) => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: words,
})
const paragraph = (next) => {
  const locator = next(2) === 0 ? null : `p. ${1 + next(90)}`
  const item = { citekey: `key${next(SOURCES)}`, locator, prefix: '', suffix: '', suppressAuthor: false }
  return {
    ...element,
    type: 'paragraph',
    children: [text('Some words '), { type: 'citation', version: 1, items: [item] }],
  }
}
const stateOf = (children, citationStyle) => ({
  format: 1,
  title: 'Brief',
  language: 'en',
  citationStyle,
  extra: {},
  root: { ...element, type: 'root', children },
})

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const timed = async (work) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const rounded = (ms) => Math.round(ms * 10) / 10
const row = (whole, insertions) => {
  const sorted = insertions.toSorted((one, other) => one - other)
  return { whole: Math.round(whole), p50: rounded(at(sorted, 0.5)), p95: rounded(at(sorted, 0.95)) }
}

async function ours(citations, style) {
  const next = random(7)
  const services = { citations: () => Promise.resolve(citations) }
  let children = Array.from({ length: CITATIONS }, () => paragraph(next))
  const render = () => renderCitations(services, { state: stateOf(children, style), brief: 'br_bench' })
  const whole = await timed(render)
  const insertions = []
  for (let count = 0; count < INSERTIONS; count += 1) {
    children = children.toSpliced(next(children.length), 0, paragraph(next))
    insertions.push(await timed(render))
  }
  return row(whole, insertions)
}

async function bare(citations, name) {
  const next = random(7)
  const style = citations.styles.named(name)
  const works = citations.works()
  const system = {
    retrieveLocale: citations.bundled.locale,
    retrieveItem: (id) => structuredClone(works.workOf(id)),
  }
  const engine = new CSL.Engine(system, style.tree, 'en-US')
  let made = 0
  const cluster = () => {
    made += 1
    const [{ citekey, locator }] = paragraph(next).children[1].items
    const item = {
      id: works.workOf(citekey).id,
      ...(locator === null ? {} : { label: 'page', locator: locator.slice(3) }),
    }
    return { citationID: `c${made}`, citationItems: [item], properties: { noteIndex: 0 } }
  }
  let clusters = Array.from({ length: CITATIONS }, cluster)
  const numbers = (list, from) =>
    list.map(({ citationID }, index) => [citationID, style.isNote ? from + index + 1 : 0])
  for (const [index, each] of clusters.entries()) each.properties.noteIndex = style.isNote ? index + 1 : 0
  const whole = await timed(() => {
    engine.rebuildProcessorState(clusters, 'html', [])
    engine.makeBibliography()
  })
  const insertions = []
  for (let count = 0; count < INSERTIONS; count += 1) {
    const place = next(clusters.length)
    const one = cluster()
    one.properties.noteIndex = style.isNote ? place + 1 : 0
    const [before, after] = [clusters.slice(0, place), clusters.slice(place)]
    insertions.push(
      await timed(() => {
        engine.processCitationCluster(one, numbers(before, 0), numbers(after, place + 1))
        engine.makeBibliography()
      }),
    )
    clusters = [...before, one, ...after]
  }
  return row(whole, insertions)
}

const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
const library = openLibrary({ path: join(folder, 'Bench.verbatim'), create: true, digestBrief })
try {
  const original = { sha256: 'a'.repeat(64), bytes: 1, mediaType: null }
  library.write('make sources', (writer) => {
    for (let count = 0; count < SOURCES; count += 1)
      addCitedSource(writer, source(count), { original, importer: 'bench', path: null, entry: String(count) })
  })
  const citations = new Citations(library, join(ROOT, 'resources', 'citation'))
  const table = {}
  for (const style of STYLES) {
    const [verbatim, citeproc] = [await ours(citations, style), await bare(citations, style)]
    table[style] = {
      'whole ms': verbatim.whole,
      'one more, p50': verbatim.p50,
      p95: verbatim.p95,
      'citeproc whole': citeproc.whole,
      'citeproc one more, p50': citeproc.p50,
      'citeproc p95': citeproc.p95,
    }
  }
  console.table(table)
  await mkdir(join(ROOT, 'out', 'bench'), { recursive: true })
  await writeFile(join(ROOT, 'out', 'bench', 'citations-live.json'), `${JSON.stringify(table, null, 2)}\n`)
} finally {
  library.close()
  await rm(folder, { recursive: true })
}
