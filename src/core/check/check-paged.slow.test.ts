import { expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { Works } from '../citations/works.ts'
import { evidenceFrom } from '../briefs/evidence.ts'
import { listAnchors } from '../db/annotations.ts'
import { column, makePdf } from '../import/importers/pdf/fixtures/make-pdf.ts'
import { readOriginal } from '../import/read.ts'
import { storeExtraction } from '../import/store-extraction.ts'
import { scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { checkDraft } from './check-draft.ts'

const PAGES = [
  [
    'The council met in the old harbour hall',
    'and heard the engineers of the com-',
    'mittee that had measured the lake, and',
  ],
  [
    'then the mayor spoke of a hard decision,',
    'and of the pains of such decision-',
    'making in a dry town by the lake.',
  ],
]

async function withPdf(library: Library) {
  const bytes = makePdf({ pages: PAGES.map((lines) => ({ type: column(60, 740, lines) })) })
  const extraction = await readOriginal({ bytes, name: 'lake.pdf', encoding: null })
  const rest = {
    stored: null,
    part: null,
    path: null,
    label: 'Import lake.pdf',
    tags: [],
    asVersionOf: null,
    encodingGiven: false,
  }
  const { source } = await storeExtraction(library, { bytes, extraction, ...rest })
  return { source: source?.id ?? '', citekey: source?.citekey ?? '' }
}

async function check(draft: (citekey: string) => string) {
  using place = scratch()
  const library = place.open()
  const { citekey } = await withPdf(library)
  const [row] = checkDraft(library, { text: draft(citekey), format: 'markdown' })
  return { verdict: row?.verdict, folded: row?.folded, warnings: row?.warnings.map(({ code }) => code) }
}

test('words over lines and pages of a PDF are verbatim on their page', async () => {
  const words = 'the committee that had measured the lake, and then the mayor spoke'
  expect(await check((key) => `“${words}” [@${key}, p. 1].`)).toMatchObject({
    verdict: 'verbatim',
    warnings: [],
  })
})

test('a locator that names another page of a PDF warns', async () => {
  expect(await check((key) => `“then the mayor spoke of a hard decision” [@${key}, p. 1].`)).toMatchObject({
    verdict: 'verbatim',
    warnings: ['page'],
  })
})

test.each(['such decision-making in a dry', 'such decisionmaking in a dry'])(
  'a divided word of which nothing tells is read both ways: %s',
  async (words) => {
    expect(await check((key) => `He spoke of “${words}” [@${key}].`)).toMatchObject({ verdict: 'normalised' })
    expect(await check(() => `He spoke of “${words}”.`)).toMatchObject({ verdict: 'normalised' })
  },
)

test.each([
  ['then the mayor spoke', 'p. 2'],
  ['that had measured the lake, and then the mayor', 'pp. 1–2'],
])('a quote from a PDF is cited with its page: %s', async (quote, locator) => {
  using place = scratch()
  const library = place.open()
  const { source } = await withPdf(library)
  const { id } = createAnnotation(library, { source, place: { quote }, tags: [], colour: 'yellow' })
  const anchor = listAnchors(library.reader, id).at(-1)?.id ?? ''
  const evidence = evidenceFrom(library, 'en', new Works(library.reader)).quote({
    version: 1,
    annotation: id,
    anchor,
    pin: null,
    alterations: [],
    shown: quote,
    translation: null,
    emphasis: [],
  })
  expect(evidence.locator).toBe(locator)
})
