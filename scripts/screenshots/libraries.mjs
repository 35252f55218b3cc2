import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleAnnotations, sampleDraft, samplePlan, sampleSources } from '../demo/sample.mjs'
import { verbatim } from '../demo/verbatim.mjs'
import { ROOT } from '../runtime.mjs'
import { MARKS, report } from './report.mjs'

const SAMPLE = join(ROOT, 'resources', 'sample')

export const ARTICLES = ['lake-arren-wire.txt', 'calder-courier.html', 'tarrin-observer.md'].map((name) =>
  join(SAMPLE, name),
)

/** Holds all that the pictures are taken of; removed in the end. */
export const folder = mkdtempSync(join(tmpdir(), 'verbatim-screenshots-'))

export const library = join(folder, 'Lake Arren.verbatim')

/** The same library some days later. */
export const later = join(folder, 'Lake Arren, later.verbatim')

export const reports = join(folder, 'Reports.verbatim')

export const callOn = (place) => (args, how) => verbatim(place, args, { ...how, quiet: true })
const call = callOn(library)

/** Quotations as they go wrong: a changed word, another source's words, words that nobody said. */
const wrong = ({ wire, courier }) => `
## Still to be mended

Tesk told deputies that “We will now close the river, and we will not empty our own lake to keep it open” [@${courier}]. Brandvik said: “A canal that is half full feeds nobody at its far end” [@${wire}]. Others called it “a vote without any legal effect”.
`

/** The sample articles with their highlights, and the sample brief with some quotations that need a look. */
export const fill = async () => {
  const plan = samplePlan()
  const citekeys = await sampleSources(plan, call)
  const ids = await sampleAnnotations(plan, citekeys, call)
  const [text, notes] = sampleDraft(ids, citekeys).split('\n[^figures]:')
  const draft = join(folder, 'brief.md')
  writeFileSync(draft, `${text}${wrong(citekeys)}\n[^figures]:${notes}`)
  await call(['brief', 'import', draft])
  await goOn(citekeys)
}

const changed = (name, text) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** The Courier has corrected its report, another paper has the agency’s, and some things went to the trash. */
const goOn = async (citekeys) => {
  cpSync(library, later, { recursive: true })
  const on = callOn(later)
  const corrected = readFileSync(ARTICLES[1], 'utf8')
    .replace('This law does not save a drop of water', 'This law saves hardly a drop of water')
    .replace('and we will not empty our own lake to keep it open', 'nor shall we empty our lake')
  const file = changed('calder-courier.html', corrected)
  await on(['import', file, '--as-version-of', citekeys.courier], { lines: true })
  const [, byline, ...paragraphs] = readFileSync(ARTICLES[0], 'utf8').trim().split('\n\n')
  const copy = ['Lake Arren vote angers neighbours', byline.replace('Meridian Press', 'Valley Herald')]
  const body = paragraphs.slice(0, -1).map((words) => words.replace('lowest level', 'worst level'))
  await on(['import', changed('valley-herald.txt', [...copy, ...body].join('\n\n'))], { lines: true })
  const notes = await on([
    'brief',
    'import',
    changed('notes.md', '---\ntitle: First notes\n---\n\nTo be thrown away.\n'),
  ])
  await on(['brief', 'remove', notes.id])
  const old = await on(['import', changed('letter.txt', 'A letter to the editor\n\nThe lake is ours.')], {
    lines: true,
  })
  await on(['remove', old[0].source.citekey])
  await on(['remove', citekeys.observer, '--force'])
}

const inReports = callOn(reports)

/** A library of its own, so that the other views stay as they are. */
export const fillReports = async () => {
  const file = join(folder, 'gauges.pdf')
  writeFileSync(file, report())
  const [{ source }] = await inReports(['import', file], { lines: true })
  for (const [quote, speaker, colour] of MARKS) {
    // oxlint-disable-next-line no-await-in-loop -- one writer at a time
    await inReports(['annotate', source.citekey, '--quote', quote, '--speaker', speaker, '--colour', colour])
  }
}
