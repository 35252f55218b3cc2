import { fileURLToPath } from 'node:url'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { placedWords, type PlacedWords } from './fixtures/placed-words.ts'
import { printPdf } from './pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))
const ADDRESS = 'https://news.example/2024/03/articles/the-gate'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const named = (value: string, language: string | null = null): PhrasingContent => ({
  type: 'quotedWords',
  language,
  children: [text(value)],
})
const cited = (...children: PhrasingContent[]): PhrasingContent => ({
  type: 'citedWords',
  citekeys: ['gate'],
  children,
})
const address: PhrasingContent = { type: 'link', url: ADDRESS, children: [text(ADDRESS)] }
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})

async function print(
  language: string,
  blocks: BlockContent[],
  notes: readonly (readonly BlockContent[])[] = [],
) {
  const brief: PrintedBrief = {
    title: '1',
    language,
    date: '2024-03-14',
    blocks,
    notes: notes.map((own) => ({ blocks: own })),
  }
  const { bytes, warnings } = await printPdf(brief, { image: () => null }, FONTS)
  expect(warnings).toEqual([])
  const placed = await placedWords(bytes)
  return (words: string, such: (each: PlacedWords) => boolean = () => true): PlacedWords => {
    const found = placed.findLast((each) => each.words.includes(words) && such(each))
    if (found === undefined) throw new Error(`${words} is not in ${JSON.stringify(placed)}`)
    return found
  }
}

test.each([
  ['ja', '山田太郎は言った。'],
  ['ar', 'قال محمد بن راشد'],
  ['he', 'אמר דוד כהן'],
  ['hi', 'राजेश शर्मा'],
])('a note in %s begins on the line of its number', async (_, words) => {
  const find = await print('en', [paragraph(text('Words'), note(1))], [[paragraph(text(`${words} 777`))]])
  const line = find('777')
  const number = find('1', ({ base }) => base === line.base)
  const isRight = /[\u0590-\u06FF]/u.test(words)
  expect(isRight ? number.left > line.right : number.right < line.left).toBe(true)
})

test('a note that a style made stands in the direction of the brief, whatever it names', async () => {
  const line = [
    named('ليلى حسن (رئيسة البلدية)'),
    text(': '),
    cited(named('محمد بن راشد'), text(', February 777, para. 2, '), address),
  ]
  const english = await print('en', [paragraph(text('Words'), note(1))], [[paragraph(...line)]])
  expect(english('777').left).toBeGreaterThan(english('محمد').right)
  expect(english('ليلى').right).toBeLessThan(english('محمد').left)
  const arabic = await print('ar', [paragraph(text('كلمات'), note(1))], [[paragraph(...line)]])
  expect(arabic('777').right).toBeLessThan(arabic('محمد').left)
})

test('an entry of a bibliography stands in the direction of the brief, its address last', async () => {
  const entry = (name: string): BlockContent => ({
    type: 'paragraph',
    data: { entry: 'gate' },
    children: [cited(named(name), text('. 1974. '), address)],
  })
  const arabic = await print('ar', [paragraph(text('كلمات')), entry('راشد')])
  expect(arabic('https').right).toBeLessThan(arabic('راشد').left)
  const english = await print('en', [paragraph(text('Words')), entry('راشد')])
  expect(english('https').left).toBeGreaterThan(english('راشد').right)
})

test('a number after words of the other direction stands after them', async () => {
  const find = await print('en', [paragraph(text('In “'), named('الحياة', 'ar'), text('” 777 days.'))])
  expect(find('777').left).toBeGreaterThan(find('الحياة').right)
})
