import { fileURLToPath } from 'node:url'
import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { printPdf } from './pdf.ts'
import { actualTexts } from './fixtures/actual-texts.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const quoted = (value: string, language: string | null = 'en'): PhrasingContent => ({
  type: 'quotedWords',
  language,
  children: [text(value)],
})
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})
const brief = (blocks: BlockContent[], rest: Partial<PrintedBrief> = {}): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
  ...rest,
})
const print = (printed: PrintedBrief) => printPdf(printed, { image: () => null }, FONTS)

/** As a reader of the PDF copies it, line ends folded to spaces. */
async function copied(printed: PrintedBrief): Promise<string> {
  const { bytes } = await print(printed)
  return (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ')
}

const LONG =
  'The non-binding, cross-party statement—read out on the steps of the custom-house—said that and/or ' +
  'would “not” do: it’s… a well-known 5–4 vote -- no more, the officials’ first affidavit said.'

test('prints each quote so that it is copied word for word, wherever its lines end', async () => {
  const starts = Array.from({ length: 24 }, (_, index) => 'x'.repeat(index + 1))
  const page = await copied(
    brief(starts.map((start) => paragraph(text(`${start} “`), quoted(LONG), text('”')))),
  )
  expect(page.split(LONG)).toHaveLength(starts.length + 1)
})

test('keeps a quote on one page, and its note below it', async () => {
  const blocks = Array.from({ length: 60 }, (_, index): BlockContent[] => [
    paragraph(
      text('They said “'),
      quoted(`${index} ${LONG}`),
      text('”'),
      note(2 * index + 1),
      text(' then.'),
    ),
    {
      type: 'blockquote',
      data: { language: 'en' },
      children: [paragraph(text(`B${index} ${LONG}`), note(2 * index + 2))],
    },
  ])
  const notes = blocks.flat().map((_, index) => ({ blocks: [paragraph(text(`Note ${index + 1}.`))] }))
  const { bytes } = await print(brief(blocks.flat(), { notes }))
  const pages = (await readPdf(bytes)).pages.map((page) => page.replaceAll(/\s+/g, ' '))
  for (let index = 0; index < blocks.length; index += 1) {
    const page = pages.find((one) => one.includes(`“${index} ${LONG}”`)) ?? ''
    expect(page).toContain(`Note ${2 * index + 1}.`)
    expect(pages.find((one) => one.includes(`B${index} ${LONG}`)) ?? '').toContain(`Note ${2 * index + 2}.`)
  }
})

const SCRIPTS: readonly (readonly [string, string])[] = [
  ['ru', 'Министерство заявило: «Соглашение остаётся в силе, и ответ будет дан».'],
  ['uk', 'Міністерство заявило, що угода лишається чинною, ґрунтуючись на її тексті.'],
  ['el', 'Το Υπουργείο ανακοίνωσε ότι «η συμφωνία παραμένει σε ισχύ». Ἐν ἀρχῇ ἦν ὁ λόγος.'],
  ['az', 'Azərbaycan XİN-i bəyan etdi ki, “razılaşma qüvvədədir”, dedi.'],
  ['tr', 'Dışişleri Bakanlığı “anlaşma hâlâ yürürlükte” dedi; ığdır, İstanbul, şöyle.'],
  ['vi', 'Bộ Ngoại giao cho biết “thỏa thuận vẫn còn hiệu lực” và sẽ trả lời.'],
  ['hy', 'Արտաքին գործերի նախարարությունը հայտարարեց, որ «համաձայնագիրը ուժի մեջ է»։'],
  ['ka', 'საგარეო საქმეთა სამინისტრომ განაცხადა, რომ შეთანხმება კვლავ ძალაშია.'],
  ['zh', '外交部发言人说：“协议仍然有效，政府将在2024年作出答复。”'],
  ['ja', '外務省は「合意はまだ有効であり」と述べた。'],
  ['ko', '외교부는 “합의는 여전히 유효하며 정부는 3일 안에 답할 것”이라고 밝혔다.'],
]
test.each(SCRIPTS)('prints %s as it is stored', async (language, words) => {
  const page = await copied(
    brief([paragraph(quoted(words, language)), paragraph(text(`Then “`), quoted(words, language))]),
  )
  expect(page.replaceAll(' ', '').split(words.replaceAll(' ', ''))).toHaveLength(3)
  expect((await print(brief([paragraph(quoted(words, language))]))).warnings).toEqual([])
})

test('prints Devanagari with the letters of each joined form for whoever copies it', async () => {
  const words = 'विदेश मंत्रालय ने कहा कि समझौता अब भी लागू है और उत्तर दिया जाएगा।'
  const { bytes, warnings } = await print(brief([paragraph(quoted(words, 'hi'))]))
  expect(warnings).toEqual([])
  // The reader of these tests does not look at them; those of the system do.
  const joined = actualTexts(bytes)
  expect(joined).toEqual(expect.arrayContaining(['त्रा', 'वि', 'दे', 'मं']))
  expect(joined.filter((form) => !words.includes(form))).toEqual([])
})

test('prints Arabic and Hebrew letters in their order', async () => {
  const page = await copied(brief([paragraph(quoted('قالت', 'ar'), text(' and '), quoted('שלום', 'he'))]))
  expect(page).toContain('قالت')
  expect(page).toContain('שלום')
})

const MARKUP = [
  '#read("/etc/passwd")',
  '$x$',
  '\\u{41}',
  '*a*',
  '_b_',
  '[[',
  ']]',
  '"',
  "'",
  '`',
  '@ref',
  '<lab>',
  '--',
  '---',
  '...',
  '~',
  '//',
  '/*',
  '*/',
  '= h',
  '+ i',
  '- j',
  '#{1+1}',
  '#let x = 1',
  '\\',
  '\\n',
  '#import "@preview/a:1.0.0"',
  'a',
  '9',
  '{',
  '}',
]
test('prints what looks like markup or code as it stands', async () => {
  await assert(
    asyncProperty(array(constantFrom(...MARKUP), { minLength: 1, maxLength: 12 }), async (pieces) => {
      const typed = pieces.join(' ')
      const page = await copied(
        brief([paragraph(text(`Start ${typed} end`)), { type: 'code', value: typed }], {
          title: `Title ${typed} end`,
        }),
      )
      const bare = page.replaceAll(' ', '')
      expect(bare).toContain(`Start${typed.replaceAll(' ', '')}end`)
      expect(bare).toContain(`Title${typed.replaceAll(' ', '')}end`)
      expect(page).not.toContain('root:')
    }),
    { numRuns: 60 },
  )
})

test('gives the same bytes for the same brief', async () => {
  const printed = brief([paragraph(quoted('Words 漢 قال'), note(1))], {
    notes: [{ blocks: [paragraph(text('N'))] }],
  })
  const [one, other] = [await print(printed), await print(printed)]
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
})

test('is a tagged, accessible PDF with title, language and outline', async () => {
  const heading = (depth: 1 | 4, value: string): BlockContent => ({
    type: 'heading',
    depth,
    children: [text(value), note(1)],
  })
  const printed = brief([heading(4, 'Deep'), heading(1, 'First'), heading(4, 'Below')], {
    notes: [{ blocks: [paragraph(text('A note.'))] }],
  })
  const { bytes, warnings } = await print(printed)
  const pdf = await readPdf(bytes)
  expect(warnings).toEqual([])
  expect(pdf.title).toBe('Walls')
  expect(pdf.language).toBe('en')
  expect(pdf.tagged).toBe(true)
  expect(pdf.accessible).toBe(true)
  expect(pdf.outline).toEqual(['Deep', 'First', ['Below']])
})

test('says which characters it could not print as stored', async () => {
  const { bytes, warnings } = await print(
    brief([paragraph(text('a\u{1D49C}b \u0001 \uD800 c\u00ADd\u200Be'))]),
  )
  expect(warnings.map(({ code }) => code)).toEqual(['characters-replaced', 'characters-left-out'])
  expect(warnings[0]?.message).toContain('U+1D49C')
  expect(warnings[0]?.message).toContain('U+D800')
  expect(warnings[1]?.message).toContain('U+0001')
  const page = (await readPdf(bytes)).text
  expect(page).toContain('a\uFFFDb')
  expect(page).toContain('cde')
})

test('takes an empty brief, long titles and words, and odd blocks', async () => {
  const odd: BlockContent[] = [
    paragraph(),
    paragraph(text('w'.repeat(4_000))),
    { type: 'blockquote', children: [] },
    { type: 'list', ordered: true, start: 0, children: [{ type: 'listItem', children: [] }] },
    { type: 'table', children: [] },
    { type: 'code', value: '' },
    { type: 'thematicBreak' },
  ]
  expect((await print(brief([], { title: '' }))).pages).toBe(1)
  const { warnings, pages } = await print(
    brief(odd, { title: 'A title of many words '.repeat(15), language: 'x-none' }),
  )
  expect(warnings).toEqual([])
  expect(pages).toBeGreaterThan(1)
})

test('keeps long words inside the page', async () => {
  const { bytes } = await print(
    brief([paragraph(text(`https://a.example/${'path-and-more/'.repeat(30)} ${'w'.repeat(900)}`))]),
  )
  expect((await readPdf(bytes)).rightmost).toBeLessThan(486)
})

const row = (...cells: PhrasingContent[][]) => ({
  type: 'tableRow' as const,
  children: cells.map((children) => ({ type: 'tableCell' as const, children })),
})

test('repeats a table’s header, but not its notes', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => row([text(`row ${index}`)]))
  const plain: BlockContent = { type: 'table', children: [row([text('Kopf')]), ...rows] }
  expect((await copied(brief([plain]))).split('Kopf').length).toBeGreaterThan(2)
  const noted: BlockContent = { type: 'table', children: [row([text('Kopf'), note(1)]), ...rows] }
  const printed = brief([noted], { notes: [{ blocks: [paragraph(text('Only once.'))] }] })
  expect((await copied(printed)).split('Only once.')).toHaveLength(2)
  expect((await print(printed)).warnings).toEqual([])
})

test('refers to one note from two places, also from itself', async () => {
  const printed = brief([paragraph(text('a'), note(1)), paragraph(text('b'), note(1))], {
    notes: [{ blocks: [paragraph(text('Own note '), note(1))] }],
  })
  expect((await copied(printed)).split('Own note')).toHaveLength(2)
})
