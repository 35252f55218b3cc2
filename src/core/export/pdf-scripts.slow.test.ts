import { fileURLToPath } from 'node:url'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { USUAL_LOOK } from '../../shared/contract/pdf-look.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import { printPdf } from './pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
})
const item = (value: string, checked?: boolean) => ({
  type: 'listItem' as const,
  checked: checked ?? null,
  children: [{ type: 'paragraph' as const, children: [text(value)] }],
})

/** The same words in every place that has a manner of its own. */
const pageOf = (words: string, language: string): PrintedBrief => ({
  title: words,
  language,
  date: '2024-03-14',
  blocks: [
    { type: 'heading', depth: 2, children: [text(words)] },
    { type: 'heading', depth: 5, children: [text(words)] },
    paragraph(
      text(words),
      { type: 'footnoteReference', identifier: '1', label: '1' },
      { type: 'emphasis', children: [text(words)] },
      { type: 'strong', children: [text(words)] },
      { type: 'inlineCode', value: words },
      { type: 'quotedWords', language, children: [text(words)] },
    ),
    { type: 'blockquote', data: { language }, children: [paragraph(text(words))] },
    { type: 'list', ordered: true, children: [item(words), item(words, true)] },
    { type: 'table', align: [null, null], children: [row(words, words), row(words, words)] },
    { type: 'code', value: words },
  ],
  notes: [{ blocks: [paragraph(text(words))] }],
})

const NO_EVIDENCE = { image: () => null }

const WORDS: readonly (readonly [string, string])[] = [
  ['en', 'The council – so it’s said – “closed” the gate… ‘Nobody’ knew: 5½ × 3 = £16 (§ 4).'],
  ['cs', 'Příliš žluťoučký kůň úpěl ďábelské „ódy“.'],
  ['vi', 'Hội đồng đã đóng cửa sông trong mười một ngày, những người sống ở đó phải rời đi.'],
  ['ru', 'Совет закрыл «ворота» на одиннадцать дней; съешь ещё этих булок.'],
  ['uk', 'Рада зачинила ворота; їжак, ґудзик, єдність, п’ять.'],
  ['el', 'Οὐδεὶς ᾔδει ὅτι αἱ πύλαι ἕνδεκα ἡμέρας ἀνεῳγμέναι ἦσαν· τίς γὰρ ᾤετο;'],
  ['hy', 'Ոչ ոք չգիտեր, որ «դարպասները» տասնմեկ օր բաց էին։'],
  ['ka', 'არავინ იცოდა, რომ „ჭიშკარი“ თერთმეტი დღე ღია იყო.'],
  ['he', 'אִישׁ לא ידע שהשער היה פתוח „אחד־עשר” ימים (מ־3 עד 14 במרץ).'],
  ['ar', 'لم يعلم أحدٌ أنّ «البوابة» ظلّت مفتوحة ١١ يومًا (من 3 إلى 14 مارس)؟'],
  ['fa', 'هیچ‌کس نمی‌دانست که «دروازه» یازده روز باز مانده بود؛ گچ، پژ، ۱۱.'],
  ['ur', 'کسی کو معلوم نہ تھا کہ دروازہ گیارہ دن کھلا رہا۔ ٹھہرو، ڑ، ڈ، ے۔'],
  ['hi', 'किसी को ज्ञात नहीं था कि द्वार ११ दिन तक खुला रहा; श्रद्धा और दृष्टि।'],
  ['zh', '没有人知道“闸门”敞开了十一天，直至骨角与海边的门都被关上。'],
  ['zh-Hant', '沒有人知道「閘門」敞開了十一天，直至骨角與海邊的門都被關上。'],
  ['ja', '「水門」が十一日間も開いていたことを、誰も知らなかった。ガーゼ、ｶﾅ。'],
  ['ko', '“수문”이 열하루 동안 열려 있었다는 사실을 아무도 몰랐다. 大韓民國'],
]

// What writes PDF/UA-1 refuses a page with a box for a glyph that is missing.
test.each(WORDS)('no glyph is missing anywhere on a page in %s', async (language, words) => {
  const look = { ...USUAL_LOOK, contents: true }
  const { bytes, warnings } = await printPdf(pageOf(words, language), NO_EVIDENCE, FONTS, look)
  expect(warnings).toEqual([])
  expect((await readPdf(bytes)).accessible).toBe(true)
})
