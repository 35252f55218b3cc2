import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { digestBrief } from '../briefs/digest.ts'
import { exportBrief } from '../briefs/export.ts'
import { importBrief } from '../briefs/import.ts'
import { openBrief } from '../briefs/briefs.ts'
import { importText, scratch, type Scratch } from '../library/fixtures/scratch.ts'
import type { Services } from '../services.ts'
import { Citations } from './citations.ts'
import { renderCitations } from './render.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))
const SAID = 'We will not close the port.'
const UNSAID = 'The port stayed open all year.'

let place: Scratch
let services: Services
let folder: string
let said: string
let unsaid: string

beforeAll(() => {
  place = scratch()
  folder = mkdtempSync(join(tmpdir(), 'verbatim-notes-'))
  const library = place.open({ digestBrief })
  const citations = new Citations(library, join(RESOURCES, 'citation'))
  const fonts = join(RESOURCES, 'fonts')
  services = { library, fonts, citations: () => Promise.resolve(citations) } as Services
  importText(library, `${SAID} ${UNSAID}`, { citekey: 'marrow2024port' })
  const annotate = (quote: string, speaker?: string): string =>
    createAnnotation(library, {
      source: 'marrow2024port',
      place: { quote },
      tags: [],
      colour: 'yellow',
      ...(speaker === undefined ? {} : { speaker }),
    }).id
  said = annotate(SAID, 'Jo Hale')
  unsaid = annotate(UNSAID)
})
afterAll(() => {
  place[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

/** The author's notes by what stands in them: on the sheet, and in the Markdown that is sent out. */
async function numbers(markdown: string, style: string) {
  const { id } = importBrief(services.library, { markdown, name: 'Brief' })
  const { state } = openBrief(services.library, id)
  const { footnotes } = await renderCitations(services, { state, style })
  const out = join(folder, 'out.md')
  await exportBrief(services, { brief: id, format: 'md', out, force: true, strict: false, style })
  const printed = Array.from(
    readFileSync(out, 'utf8').matchAll(/^\[\^(\d+)\]: Body (\w+)\./gmu),
    ([, number, label]) => [label, Number(number)] as const,
  )
  return {
    sheet: Object.fromEntries(footnotes.map(({ label, note }) => [label, note])),
    printed: Object.fromEntries(printed),
  }
}

const drafts = (): readonly (readonly [string, string])[] => [
  ['after a citation', 'So [@marrow2024port].[^a]'],
  [
    'between quotes and citations',
    `It :quote[${SAID}]{#${said}} is.[^a] So [@marrow2024port] and[^b] :quote[${UNSAID}]{#${unsaid}} on.[^c]`,
  ],
  ['named twice', 'One[^b] and[^a] again[^b] so [@marrow2024port].[^c]'],
  ['never named', 'One [@marrow2024port].[^b]'],
  ['with a quote inside', `One[^a] [@marrow2024port].[^d] Then[^b].`],
]

const BODIES = (markdown: string): string =>
  ['a', 'b', 'c']
    .map((label) => `[^${label}]: Body ${label}. More [@marrow2024port].`)
    .concat(markdown.includes('[^d]') ? `[^d]: Body d. It :quote[${SAID}]{#${said}} is, and more.[^c]` : [])
    .join('\n\n')

describe.each(['chicago-fullnote-bibliography', 'apa', 'ieee'])('the author’s notes in %s', (style) => {
  test.each([0, 1, 2, 3, 4])('have the numbers on the sheet that an export gives them (%i)', async (at) => {
    const [, text = ''] = drafts()[at] ?? []
    const { sheet, printed } = await numbers(`${text}\n\n${BODIES(text)}\n`, style)
    expect(Object.keys(printed).length).toBeGreaterThanOrEqual(3)
    expect(sheet).toEqual(printed)
  })
})

test('share one running number with the citations of a style that sets these in notes', async () => {
  const { sheet } = await numbers(
    'So [@marrow2024port].[^a] And [@marrow2024port].[^b]\n\n[^a]: Body a.\n\n[^b]: Body b.\n',
    'chicago-fullnote-bibliography',
  )
  expect(sheet).toEqual({ a: 2, b: 4 })
})
