/**
 * Precision and recall of the verdicts on the labelled quotations, per verdict and per language, and what of the
 * labelled drafts is found. A verdict that a label allows too counts as right.
 *
 *     node bench/labelled.mjs
 */
import { readdirSync, readFileSync } from 'node:fs'
import { findQuotations } from '../src/shared/quotations/find.ts'
import { markdownDraft } from '../src/shared/quotations/markdown-draft.ts'
import { textDraft } from '../src/shared/quotations/text-draft.ts'
import {
  judged,
  labelledDrafts,
  labelledWitnesses,
  labelsOf,
} from '../src/shared/verdict/fixtures/labelled.ts'
import { shelfOf } from '../src/shared/verdict/fixtures/shelf.ts'
import { judge } from '../src/shared/verdict/judge.ts'

const folder = new URL('../src/shared/verdict/labelled/', import.meta.url)
const read = (name) => readFileSync(new URL(name, folder), 'utf8')
const files = readdirSync(folder).filter((name) => name !== 'sources.json')
const witnesses = labelledWitnesses(read)
const shelf = shelfOf(...witnesses)

const TRUE = new Set(['verbatim', 'normalised', 'marked'])
const FALSE = new Set(['altered', 'misattributed', 'not-found'])
const LANGUAGES = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ru: 'Russian',
  ar: 'Arabic',
  zh: 'Chinese',
}

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const languageOf = (name) =>
  LANGUAGES[name.replace('.json', '')] ?? (name === 'more-languages.json' ? 'seven more' : 'rules')

/** What was labelled and what the judge says; a verdict that the label allows too is taken for the labelled one. */
function judgedLabels() {
  return files.flatMap((name) =>
    labelsOf(read, name).map((label) => {
      const { verdict, warnings } = judged(label, witnesses, shelf)
      const given = (label.also ?? []).includes(verdict) ? label.verdict : verdict
      const warned = warnings.map(({ code }) => code)
      return {
        language: languageOf(name),
        wanted: label.verdict,
        given,
        due: label.warnings?.length ?? 0,
        warned: label.warnings?.filter((code) => warned.includes(code)).length ?? 0,
        stray: warned.filter((code) => label.noWarnings?.includes(code)).length,
      }
    }),
  )
}

function verdictRow(verdict, rows) {
  const labelled = rows.filter(({ wanted }) => wanted === verdict)
  const given = rows.filter((row) => row.given === verdict)
  const right = labelled.filter((row) => row.given === verdict).length
  return {
    verdict,
    labelled: labelled.length,
    given: given.length,
    right,
    precision: percent(right, given.length),
    recall: percent(right, labelled.length),
  }
}

function languageRow(language, rows) {
  const own = rows.filter((row) => row.language === language)
  const isTrue = own.filter(({ wanted }) => TRUE.has(wanted))
  const isFalse = own.filter(({ wanted }) => FALSE.has(wanted))
  const flagged = isTrue.filter(({ given }) => FALSE.has(given)).length
  return {
    language,
    labelled: own.length,
    right: own.filter(({ wanted, given }) => wanted === given).length,
    true: isTrue.length,
    flagged: percent(flagged, isTrue.length),
    false: isFalse.length,
    passed: isFalse.filter(({ given }) => TRUE.has(given)).length,
    'warnings due': own.reduce((sum, { due }) => sum + due, 0),
    given: own.reduce((sum, { warned }) => sum + warned, 0),
    'against the label': own.reduce((sum, { stray }) => sum + stray, 0),
  }
}

function draftRow(language, drafts) {
  const row = { language, drafts: 0, quotations: 0, found: 0, verdicts: 0, speakers: 0, named: 0 }
  for (const { format, draft, quotations } of drafts) {
    const found = findQuotations(format === 'markdown' ? markdownDraft(draft) : textDraft(draft))
    row.drafts += 1
    quotations.forEach(({ text, verdict, speaker }, i) => {
      const quotation = found[i]
      row.quotations += 1
      if (speaker !== undefined) row.speakers += 1
      if (quotation === undefined || (text !== undefined && quotation.text !== text)) return
      row.found += 1
      if (judge(quotation, shelf).verdict === verdict) row.verdicts += 1
      if (speaker !== undefined && quotation.speakers.join('|') === speaker) row.named += 1
    })
  }
  return row
}

const rows = judgedLabels()
const verdicts = [...new Set(rows.map(({ wanted }) => wanted))]
console.table(verdicts.map((verdict) => verdictRow(verdict, rows)))
const languages = [...new Set(rows.map(({ language }) => language))]
console.table([
  ...languages.map((language) => languageRow(language, rows)),
  languageRow(
    'all',
    rows.map((row) => ({ ...row, language: 'all' })),
  ),
])
const drafts = Object.groupBy(labelledDrafts(read), ({ language }) => language)
console.table(Object.entries(drafts).map(([language, of]) => draftRow(LANGUAGES[language] ?? language, of)))
