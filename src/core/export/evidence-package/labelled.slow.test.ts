import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { judged, labelledWitnesses, labelsOf } from '../../../shared/verdict/fixtures/labelled.ts'
import { shelfOf } from '../../../shared/verdict/fixtures/shelf.ts'
import type { Witness } from '../../../shared/verdict/witness.ts'
import { printPdf } from '../pdf.ts'
import type { PrintedBrief } from '../printed-brief.ts'
import { evidencePackage, writePackage } from './evidence-package.ts'
import { sha256Of } from './manifest.ts'
import type { EvidenceFile } from './proof.ts'
import type { Provenance } from './provenance.ts'

/* Every labelled quotation in a package: the checkers agree with the product's verdicts, in all its languages. */

const LABELLED = new URL('../../../shared/verdict/labelled/', import.meta.url)
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const read = (name: string): string => readFileSync(new URL(name, LABELLED), 'utf8')
const witnesses = labelledWitnesses(read)
const shelf = shelfOf(...witnesses)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-labelled-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function sourceOf({ citekey, title, publication }: Witness): Source {
  return {
    id: citekey,
    citekey,
    title,
    authors: [],
    publication,
    published: null,
    publishedAt: null,
    modified: null,
    archivedAt: null,
    url: null,
    language: null,
    type: 'article',
    format: 'text',
    encoding: null,
    words: 0,
    versions: 1,
    sha256: null,
    importedAt: '2024-03-15T00:00:00Z',
    story: null,
    tags: [],
  }
}

const own = (citekey: string): readonly Witness[] =>
  witnesses.filter((witness) => witness.citekey === citekey)
const source = (citekey: string): Source | null => own(citekey).map(sourceOf)[0] ?? null
const provenance: Provenance = {
  source,
  sourcesNamed: (citekey) => [source(citekey)].filter((found) => found !== null),
  versions: (id) =>
    own(id)
      .filter(({ text }) => text !== '')
      .map(({ version, current, text }) => ({
        number: version,
        current,
        importedAt: '2024-03-15T00:00:00Z',
        importer: 'text',
        encoding: null,
        url: null,
        fileName: null,
        sha256: sha256Of(`original of ${text}`),
        textSha256: sha256Of(text),
        originalBytes: 0,
      })),
  text: ({ textSha256 }) => witnesses.find(({ text }) => sha256Of(text) === textSha256)?.text ?? '',
  original: () => new Uint8Array(),
  custody: () => [],
  annotation: () => null,
}

async function packageOf(name: string, rows: readonly CheckedQuotation[]): Promise<EvidenceFile> {
  const brief: PrintedBrief = {
    title: name,
    language: 'en',
    date: '2024-03-20',
    blocks: rows.map(({ quotation }) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: `They said “${quotation}” then.` }],
    })),
    notes: [],
  }
  const made = await evidencePackage({
    brief,
    pdf: () => printPdf(brief, { image: () => null }, path('../../../../resources/fonts')),
    evidence: {
      quote: () => expect.fail(),
      context: () => expect.fail(),
      work: () => null,
      image: () => null,
    },
    provenance,
    rows,
    cited: [],
    id: 'br_1',
    updatedAt: '2024-03-20T10:00:00Z',
    citationStyle: 'chicago',
    originals: false,
    signer: null,
    fixed: path('../../../../resources/evidence'),
  })
  await writePackage(join(folder, name), made, { force: false })
  return JSON.parse(readFileSync(join(folder, name, 'evidence.json'), 'utf8')) as EvidenceFile
}

const files = readdirSync(LABELLED).filter((name) => name !== 'sources.json')
const TRUE = ['verbatim', 'normalised', 'marked']
let confirmed = 0
let all = 0

describe('labelled quotations', () => {
  test.each(files)('of %s are what the package says', async (name) => {
    const rows = labelsOf(read, name).map((label) => judged(label, witnesses, shelf))
    const { quotations } = await packageOf(name, rows)
    const sure = quotations.filter(({ verdict }) => TRUE.includes(verdict))
    all += sure.length
    confirmed += sure.filter(({ proven }) => proven).length
    const said = execFileSync(process.execPath, ['verify.mjs'], { cwd: join(folder, name), encoding: 'utf8' })
    expect(said).toContain('The package agrees with itself')
  })

  test('are nearly all confirmed by the simple rules where they are true', () => {
    expect(confirmed / all).toBeGreaterThan(0.98)
  })
})
