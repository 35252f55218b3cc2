import { expect, it } from 'vitest'
import { quotationMarks } from './quotation-marks.ts'

it.each([
  ['en', '“a”'],
  ['en-GB', '“a”'],
  ['de', '„a“'],
  ['de-AT', '„a“'],
  ['de-CH-1996', '«a»'],
  ['fr', '«\u00A0a\u00A0»'],
  ['fr-CA', '«\u00A0a\u00A0»'],
  ['sv', '”a”'],
  ['da', '»a«'],
  ['pl', '„a”'],
  ['ru', '«a»'],
  ['ja', '「a」'],
  ['zh-Hant-TW', '「a」'],
  ['zh-CN', '“a”'],
  ['pt', '«a»'],
  ['pt-BR', '“a”'],
  ['xx', '“a”'],
  [null, '“a”'],
])('%s sets %s', (language, expected) => {
  const { open, close } = quotationMarks(language)
  expect(`${open}a${close}`).toBe(expected)
})
