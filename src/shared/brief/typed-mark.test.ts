import { expect, test } from 'vitest'
import { findQuotations } from '../quotations/find.ts'
import { textDraft } from '../quotations/text-draft.ts'
import { quotationMarks } from './quotation-marks.ts'
import { APOSTROPHE, typedMark, unitsToMend } from './typed-mark.ts'

/** Types a text key by key, as an author does. */
function typed(text: string, language: string): string {
  const marks = quotationMarks(language)
  let written = ''
  for (const key of text) {
    const units = unitsToMend(written, key, marks)
    if (units > 0) written = written.slice(0, -units) + APOSTROPHE
    written +=
      key === '"' || key === "'" ? (typedMark(key, { before: written, after: '' }, marks) ?? key) : key
  }
  return written
}

test.each([
  ['en', 'He said "no" and "yes".', 'He said “no” and “yes”.'],
  ['en', `"She said 'never' twice"`, '“She said ‘never’ twice”'],
  ['en', "don't, the countries' vote", 'don’t, the countries’ vote'],
  ['en', "in the '90s", 'in the ’90s'],
  ['en', `("no")`, '(“no”)'],
  ['en', `5' 10" tall`, `5' 10" tall`],
  ['en', `"43"`, '“43”'],
  ['de', `Er sagte "nein, 'nie' wieder".`, 'Er sagte „nein, ‚nie‘ wieder“.'],
  ['de', `'Wie geht's dir'`, '‚Wie geht’s dir‘'],
  ['fr', `Il dit "non" et l'eau`, 'Il dit «\u00A0non\u00A0» et l’eau'],
  ['ru', 'Он сказал "нет".', 'Он сказал «нет».'],
  ['sv', 'Han sa "nej" igen', 'Han sa ”nej” igen'],
  ['ja', '彼は"いいえ"と', '彼は「いいえ」と'],
])('%s: %s', (language, keys, expected) => {
  expect(typed(keys, language)).toBe(expected)
})

test('what is typed in marks is found as a quotation', () => {
  for (const language of ['en', 'de', 'fr', 'es', 'ru', 'pl', 'it']) {
    const text = typed(`They said "we would not improve it, that's all" at noon.`, language)
    const [found] = findQuotations(textDraft(text))
    expect(text.slice(found?.start, found?.end)).toContain('we would not improve it')
  }
})
