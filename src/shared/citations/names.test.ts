import { expect, test } from 'vitest'
import type { CslName } from './csl-item.ts'
import { nameOf } from './names.ts'

const PERSONS: readonly (readonly [string, string | null, CslName])[] = [
  ['Ana Marrow', 'en', { family: 'Marrow', given: 'Ana' }],
  ['Marrow, Ana', 'en', { family: 'Marrow', given: 'Ana' }],
  ['J. M. Kay', 'en', { family: 'Kay', given: 'J. M.' }],
  ['Martin L. King Jr.', 'en', { family: 'King', given: 'Martin L.', suffix: 'Jr.' }],
  ['King, Martin L., Jr.', 'en', { family: 'King', given: 'Martin L.', suffix: 'Jr.' }],
  ['Ana Marrow, Jr.', 'en', { family: 'Marrow', given: 'Ana', suffix: 'Jr.' }],
  ['Jan van der Berg', 'nl', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ['van der Berg, Jan', 'nl', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ['Van Morris Hale', 'en', { family: 'Hale', given: 'Van Morris' }],
  ['Omar al-Karim', 'ar', { family: 'al-Karim', given: 'Omar' }],
  ['Jean-Luc d’Arcy', 'fr', { family: 'd’Arcy', given: 'Jean-Luc' }],
  ['محمد بن سالم', 'ar', { family: 'سالم', given: 'محمد', 'non-dropping-particle': 'بن' }],
  ['山田 太郎', 'ja', { family: '山田', given: '太郎' }],
  ['李小龙', 'zh', { family: '李', given: '小龙' }],
  ['欧阳小龙', 'zh', { family: '欧阳', given: '小龙' }],
  ['김민수', 'ko', { family: '김', given: '민수' }],
  ['Kovács János', 'hu', { family: 'Kovács', given: 'János' }],
  ['Ольга Петрова', 'ru', { family: 'Петрова', given: 'Ольга' }],
]
test.each(PERSONS)('%s (%s) is parted', (said, language, name) => {
  expect(nameOf(said, language)).toEqual(name)
})

const WHOLE = [
  'Reuters',
  'The Courier',
  'Ministry of Foreign Affairs',
  'World Bank',
  'Marrow & Sons',
  'Doctors without Borders and Friends',
  'Courier Staff',
  'UN WOMEN',
  'Министерство обороны',
  '山田太郎',
  '新华 通讯社',
  'van der Berg',
  'One Two Three Four Five Six Seven',
]
test.each(WHOLE)('%s stays whole', (said) => {
  expect(nameOf(said, 'ja')).toEqual({ literal: said })
})
