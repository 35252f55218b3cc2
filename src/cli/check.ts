import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { FAULTS, type CheckedQuotation } from '../shared/contract/check.ts'
import type { Call, Command } from './command.ts'
import { count } from './numbers.ts'
import { describeQuotation, verdictCounts } from './verdicts.ts'

export const check: Command = {
  name: 'check',
  usage: 'FILE|BRIEF [--strict]',
  about:
    'Holds every quotation of a brief, or of any .md, .txt, .html or .docx draft, against the library and tells what\n' +
    'each is worth. Exits 1 when one is altered, misattributed, not-found or orphaned; with --strict also on a warning.',
  example: 'verbatim check draft.md --strict',
  options: { strict: { kind: 'flag', help: 'a warning counts as a fault' } },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const rows = await out.during('Checking …', checkNamed(given.words[0] ?? '', library))
    out.result(rows, () => rows.map(describeQuotation).join('\n\n'))
    const bad = rows.filter((row) => isFault(row, given.flag('strict')))
    if (!out.json) out.say(summary(rows, bad))
    return bad.length > 0 ? 1 : 0
  },
}

/** An existing path wins over a brief's id. */
async function checkNamed(named: string, library: Call['library']): Promise<CheckedQuotation[]> {
  const path = resolve(named)
  if (named.startsWith('br_') && !existsSync(path)) {
    return (await library()).check.brief({ brief: named })
  }
  const { readDraftFile } = await import('../core/check/draft-file.ts')
  const draft = await readDraftFile(path, ['markdown', 'text', 'html', 'docx'])
  const { check: checking } = await library()
  if (draft.format !== 'docx') return checking.draft(draft)
  return checking.docx({ file: new Blob([new Uint8Array(draft.bytes)]) })
}

const isFault = ({ verdict, warnings }: CheckedQuotation, strict: boolean): boolean =>
  FAULTS.has(verdict) || (strict && warnings.length > 0)

function summary(rows: readonly CheckedQuotation[], bad: readonly CheckedQuotation[]): string {
  if (rows.length === 0) return 'There is no quotation in it.'
  const faults = bad.length === 0 ? 'no fault' : count(bad.length, 'fault', 'faults')
  return `\n${count(rows.length, 'quotation', 'quotations')} (${verdictCounts(rows)}): ${faults}.`
}
