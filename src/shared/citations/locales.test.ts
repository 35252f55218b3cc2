import { expect, test } from 'vitest'
import { localeFor } from './locales.ts'

const KNOWN = [
  'en-US',
  'en-GB',
  'de-AT',
  'de-DE',
  'pt-BR',
  'pt-PT',
  'ar',
  'zh-CN',
  'zh-TW',
  'ja-JP',
  'es-MX',
  'es-ES',
]

test.each([
  ['en', 'en-US'],
  ['en-GB', 'en-GB'],
  ['en-AU', 'en-US'],
  ['de-CH', 'de-DE'],
  ['pt', 'pt-PT'],
  ['pt-br', 'pt-BR'],
  ['ar-EG', 'ar'],
  ['zh', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['ja', 'ja-JP'],
  ['es-419', 'es-ES'],
  ['hy', 'en-US'],
])('%s is set as %s', (language, locale) => {
  expect(localeFor(language, KNOWN)).toBe(locale)
})
