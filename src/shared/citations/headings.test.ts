import { expect, test } from 'vitest'
import { bibliographyHeading, contentsHeading, notesHeading } from './headings.ts'

test.each([
  ['zh-Hant', '參考文獻', '目錄', '註釋'],
  ['zh-TW', '參考文獻', '目錄', '註釋'],
  ['zh-Hans', '参考文献', '目录', '注释'],
  ['hi', 'संदर्भ-ग्रंथ सूची', 'विषय-सूची', 'टिप्पणियाँ'],
  ['vi-VN', 'Tài liệu tham khảo', 'Mục lục', 'Ghi chú'],
  ['en-GB', 'Bibliography', 'Contents', 'Notes'],
  ['mi', 'Bibliography', 'Contents', 'Notes'],
  [null, 'Bibliography', 'Contents', 'Notes'],
])('headings of a brief in %s', (language, bibliography, contents, notes) => {
  expect([bibliographyHeading(language), contentsHeading(language), notesHeading(language)]).toEqual([
    bibliography,
    contents,
    notes,
  ])
})
