import { assert, property } from 'fast-check'
import type { BlockContent, List, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { PIXEL } from '../import/importers/fixtures/picture.ts'
import type { XmlElement, XmlNode } from '../import/xml.ts'
import { printDocx } from './docx.ts'
import { anyBrief, evidenceOf, quoteOf } from './fixtures/any-brief.ts'
import { allOf, partNames, readParts, rootOf } from './fixtures/read-docx.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { plainTextOf } from './printed-brief.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})
const list = (more: Partial<List>, ...items: BlockContent[][]): BlockContent => ({
  type: 'list',
  ordered: true,
  start: 1,
  children: items.map((children) => ({ type: 'listItem', children })),
  ...more,
})
const brief = (blocks: BlockContent[], rest: Partial<PrintedBrief> = {}): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
  ...rest,
})
const print = (printed: PrintedBrief, image: Uint8Array | null = null) =>
  printDocx(printed, evidenceOf('a', image))
const partsOf = (printed: PrintedBrief, image: Uint8Array | null = null) =>
  readParts(print(printed, image).bytes)

const value = (element: XmlElement | undefined): string | undefined => element?.attributes.get('w:val')

/** The words that a reader sees, a line break as the printed tree has it. */
function textOf(node: XmlNode): string {
  if (node.kind === 'text') return ''
  if (node.name === 't')
    return node.children.map((child) => (child.kind === 'text' ? child.value : '')).join('')
  if (node.name === 'br' || node.name === 'tab') return ' '
  return node.children.map(textOf).join('')
}

const letters = (words: string): string => words.replaceAll(/\s+/gu, '')

test('is well-formed and whole for any brief, and nothing in it is markup', () => {
  assert(
    property(anyBrief, (printed) => {
      const { bytes } = print(printed)
      const parts = readParts(bytes)
      const names = new Set(partNames(bytes))
      for (const [name, content] of parts) {
        if (!name.endsWith('.rels')) continue
        const root = rootOf(parts, name)
        const relations = allOf(root, 'Relationship')
        const folder = name.replace('_rels/', '').replace(/[^/]*$/, '')
        for (const { attributes } of relations)
          if (attributes.get('TargetMode') !== 'External')
            expect(names).toContain(`${folder}${attributes.get('Target')}`)
          else expect(URL.canParse(attributes.get('Target') ?? '')).toBe(true)
        const used = parts.get(name.replace('_rels/', '').replace('.rels', '')) ?? ''
        for (const [, id] of used.matchAll(/ r:(?:id|embed)="([^"]*)"/g))
          expect(content).toContain(` Id="${id}"`)
      }
      const all = ['word/document.xml', 'word/footnotes.xml'].map((name) => rootOf(parts, name))
      const ids = all.flatMap((root) =>
        allOf(root, 'bookmarkStart').map(({ attributes }) => attributes.get('w:id')),
      )
      expect(new Set(ids).size).toBe(ids.length)
      const bookmarks = all.flatMap((root) =>
        allOf(root, 'bookmarkStart').map(({ attributes }) => attributes.get('w:name') ?? ''),
      )
      expect(new Set(bookmarks).size).toBe(bookmarks.length)
      expect(bookmarks.every((name) => name.length <= 40)).toBe(true)
      expect(all.flatMap((root) => allOf(root, 'tag')).every((tag) => (value(tag) ?? '').length <= 64)).toBe(
        true,
      )
    }),
    { numRuns: 300 },
  )
})

test('holds the words of any brief', () => {
  const plain = anyBrief.map((printed) => ({
    ...printed,
    blocks: printed.blocks.map(withoutAdded) as BlockContent[],
    notes: [],
  }))
  assert(
    property(plain, (printed) => {
      const shown = `${printed.title.trim() === '' ? '' : printed.title}${printed.date}${plainTextOf(printed.blocks)}`
      const parts = readParts(print(printed).bytes)
      const fitted = shown.replaceAll(/(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF\p{Cs}]/gu, '\uFFFD')
      expect(letters(textOf(rootOf(parts, 'word/document.xml')))).toBe(letters(fitted))
    }),
    { numRuns: 300 },
  )
})

/** Without notes and pictures, for which a document has words that the brief has not. */
function withoutAdded(node: { readonly type: string }): { readonly type: string } {
  if (node.type === 'image' || node.type === 'footnoteReference') return { type: 'break' }
  if (!('children' in node) || !Array.isArray(node.children)) return node
  const children: readonly { readonly type: string }[] = node.children
  return Object.assign({}, node, { children: children.map(withoutAdded) })
}

test('a linked quote stands in a control with its annotation’s id, inline and as a block', () => {
  const annotation = 'an_0190a3c5d2e77b6a8f1e2d3c4b5a6978'
  const quoted: PhrasingContent = {
    type: 'quotedWords',
    language: 'en',
    quote: quoteOf(annotation),
    children: [text('hold '), { type: 'emphasis', children: [text('the wall')] }],
  }
  const line = (words: string, ...after: PhrasingContent[]): BlockContent => ({
    type: 'paragraph',
    data: { quoted: 1 },
    children: [text(words), ...after],
  })
  const block: BlockContent = {
    type: 'blockquote',
    data: { language: 'en', quote: { ...quoteOf(annotation), pin: 2, translation: 'Oui.' } },
    children: [line('They hold'), line('all of it.', text(' after'))],
  }
  const root = rootOf(partsOf(brief([paragraph(text('“'), quoted, text('”')), block])), 'word/document.xml')
  const controls = allOf(root, 'sdt')
  expect(controls.map(textOf)).toEqual(['hold the wall', 'They hold', 'all of it.'])
  expect(allOf(root, 'tag').map(value)).toEqual([annotation, annotation, annotation])
  expect(allOf(root, 'bookmarkStart').map(({ attributes }) => attributes.get('w:name'))).toEqual([
    `_${annotation}`,
    `_${annotation}_2`,
  ])
  const styles = controls.map((each) => [...new Set(allOf(each, 'rStyle').map(value))])
  expect(styles).toEqual([['Quotedwords'], ['Owntranslationversion2'], ['Owntranslationversion2']])
})

test('notes are real ones; a second reference points to the first, and a note inside a note stands in it', () => {
  const parts = partsOf(
    brief([paragraph(text('a'), note(1), note(2), text(' b'), note(1))], {
      notes: [
        { blocks: [paragraph(text('One'), note(3), text('.'))] },
        { blocks: [paragraph(text('Two, see'), note(1))] },
        { blocks: [paragraph(text('Three'))] },
        { blocks: [paragraph(text('Nothing refers to it.'))] },
      ],
    }),
  )
  const root = rootOf(parts, 'word/document.xml')
  expect(allOf(root, 'footnoteReference').map(({ attributes }) => attributes.get('w:id'))).toEqual(['1', '2'])
  expect(allOf(root, 'fldSimple').map(({ attributes }) => attributes.get('w:instr'))).toEqual([
    ' NOTEREF note_1 \\f \\h ',
  ])
  const notes = allOf(rootOf(parts, 'word/footnotes.xml'), 'footnote').slice(2)
  expect(notes.map(textOf)).toEqual([' One (Three).', ' Two, see1'])
  expect(textOf(root)).toContain('4 Nothing refers to it.')
})

test('on request the notes are endnotes, and a table of contents leads to the headings', () => {
  const heading = (depth: 1 | 4, words: string): BlockContent => ({
    type: 'heading',
    depth,
    children: [text(words)],
  })
  const printed = brief([heading(1, 'One & <two>'), heading(4, 'Deep'), paragraph(text('a'), note(1))], {
    notes: [{ blocks: [paragraph(text('Said so.'))] }],
  })
  const parts = readParts(printDocx(printed, evidenceOf('a'), { endnotes: true, contents: true }).bytes)
  expect(allOf(rootOf(parts, 'word/endnotes.xml'), 'endnote').slice(2).map(textOf)).toEqual([' Said so.'])
  expect(parts.has('word/footnotes.xml')).toBe(false)
  expect(parts.get('word/settings.xml')).toContain('<w:endnotePr><w:numFmt w:val="decimal"/>')
  const root = rootOf(parts, 'word/document.xml')
  expect(allOf(root, 'endnoteReference')).toHaveLength(1)
  const links = allOf(root, 'hyperlink').map((link) => [textOf(link), link.attributes.get('w:anchor')])
  expect(links).toEqual([
    ['One & <two>', 'section_1'],
    ['Deep', 'section_2'],
  ])
  expect(allOf(root, 'pStyle').map(value)).toEqual([
    'Title',
    'Date',
    'TOCHeading',
    'TOC1',
    'TOC2',
    'AfterContents',
    'Heading1',
    'Heading2',
  ])
  expect(allOf(root, 'fldChar').map(({ attributes }) => attributes.get('w:fldCharType'))).toEqual([
    'begin',
    'separate',
    'end',
  ])
})

test('each numbered list begins anew, and tasks have their boxes', () => {
  const nested = list({ start: 4 }, [paragraph(text('four'))])
  const tasks: BlockContent = {
    type: 'list',
    ordered: false,
    children: [true, false, null].map((checked) => ({
      type: 'listItem',
      checked,
      children: [{ type: 'paragraph', children: [text('x')] }],
    })),
  }
  const parts = partsOf(
    brief([list({}, [paragraph(text('one')), nested], [nested]), list({}, [paragraph(text('one'))]), tasks]),
  )
  const numbered = allOf(rootOf(parts, 'word/document.xml'), 'numPr').map((each) => [
    value(allOf(each, 'numId')[0]),
    value(allOf(each, 'ilvl')[0]),
  ])
  expect(numbered).toEqual([
    ['5', '0'],
    ['6', '1'],
    ['5', '0'],
    ['7', '1'],
    ['8', '0'],
    ['3', '0'],
    ['4', '0'],
    ['1', '0'],
  ])
  const starts = allOf(rootOf(parts, 'word/numbering.xml'), 'startOverride').map(value)
  expect(starts).toEqual(['1', '4', '4', '1'])
})

const quoted = (language: string, words: string): PhrasingContent => ({
  type: 'quotedWords',
  language,
  children: [text(words)],
})

test('says where words change their language and direction', () => {
  const root = rootOf(
    partsOf(
      brief([
        paragraph(
          text('They said '),
          quoted('fr', 'non'),
          text(' '),
          quoted('ar', 'لا، أبداً.'),
          quoted('zh', '不是的'),
          quoted('hi', 'नहीं'),
        ),
        paragraph(text('قالوا Sel (2024) لا')),
      ]),
    ),
    'word/document.xml',
  )
  const paragraphs = allOf(root, 'p').slice(2)
  expect(paragraphs.map((each) => allOf(each, 'bidi').length)).toEqual([0, 1])
  const runs = paragraphs
    .flatMap((each) => allOf(each, 'r'))
    .map((run) => {
      const lang = allOf(run, 'lang')[0]
      return [
        textOf(run),
        allOf(run, 'rtl').length === 1 ? 'rtl' : 'ltr',
        Object.fromEntries(lang?.attributes ?? []),
      ]
    })
  expect(runs).toEqual([
    ['They said ', 'ltr', {}],
    ['non', 'ltr', { 'w:val': 'fr' }],
    [' ', 'ltr', {}],
    ['لا، أبداً.', 'rtl', { 'w:bidi': 'ar' }],
    ['不是的', 'ltr', { 'w:eastAsia': 'zh' }],
    ['नहीं', 'ltr', { 'w:bidi': 'hi' }],
    ['قالوا ', 'rtl', { 'w:bidi': 'ar' }],
    ['Sel (2024', 'ltr', {}],
    [') لا', 'rtl', { 'w:bidi': 'ar' }],
  ])
})

test.each([
  ['en-GB', { 'w:val': 'en-GB' }],
  ['he', { 'w:bidi': 'he' }],
  ['hi', { 'w:bidi': 'hi' }],
  ['zh-Hant', { 'w:eastAsia': 'zh-Hant' }],
])('a document in %s says so for the letters of that language', (language, said) => {
  const styles = rootOf(partsOf(brief([], { language })), 'word/styles.xml')
  expect(allOf(styles, 'lang').map(({ attributes }) => Object.fromEntries(attributes))).toEqual([said])
})

test('Han letters have the font of their language, in a run and in the whole document', () => {
  const quotes = ['zh', 'zh-Hant', 'ja', 'ko'].map((lang) => paragraph(quoted(lang, '直骨')))
  const fonts = (language: string, part: string): readonly (string | null)[] =>
    allOf(rootOf(partsOf(brief(quotes, { language })), part), 'rFonts').flatMap(
      ({ attributes }) => attributes.get('w:eastAsia') ?? [],
    )
  expect(fonts('en', 'word/document.xml')).toEqual(['SimSun', 'PMingLiU', 'MS Mincho', 'Batang'])
  expect(fonts('ja', 'word/styles.xml')).toEqual(['MS Mincho'])
  expect(fonts('en', 'word/styles.xml')).toEqual([])
})

test('a picture is in the package; one that is damaged, or of a kind that old programs cannot show, is described', () => {
  const image: BlockContent = paragraph({
    type: 'image',
    url: '',
    alt: 'The wall',
    title: 'In May',
    data: { blob: 'b' },
  })
  const whole = print(brief([image, image]), PIXEL)
  const root = rootOf(readParts(whole.bytes), 'word/document.xml')
  expect(partNames(whole.bytes).filter((name) => name.includes('media'))).toEqual(['word/media/image1.png'])
  expect(allOf(root, 'docPr').map(({ attributes }) => attributes.get('descr'))).toEqual([
    'The wall',
    'The wall',
  ])
  expect(textOf(root)).toContain('In May')
  expect(whole.warnings).toEqual([])
  const webp = Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')
  for (const bytes of [PIXEL.subarray(0, PIXEL.length - 12), webp, null]) {
    const { bytes: written, warnings } = print(brief([image]), bytes)
    expect(partNames(written).some((name) => name.includes('media'))).toBe(false)
    expect(textOf(rootOf(readParts(written), 'word/document.xml'))).toContain('The wall')
    expect(warnings).toMatchObject([{ code: 'images-left-out' }])
  }
})

test('replaces characters that XML has no place for, and says so', () => {
  const { bytes, warnings } = print(brief([paragraph(text('a\u0001b\uFFFEc\uD800d\u0085e\u00ADf'))]))
  expect(textOf(rootOf(readParts(bytes), 'word/document.xml'))).toContain(
    'a\uFFFDb\uFFFDc\uFFFDd\u0085e\u00ADf',
  )
  expect(warnings).toMatchObject([{ code: 'characters-replaced' }])
  expect(warnings[0]?.message).toContain('U+0001, U+FFFE, U+D800')
})

test('says title, language and the brief’s own date, and the same brief gives the same bytes', () => {
  const printed = brief([paragraph(text('x'))], { title: 'A <b> & "c" '.repeat(30), language: 'pt-BR' })
  const { bytes } = print(printed)
  const core = readParts(bytes).get('docProps/core.xml') ?? ''
  expect(core).toContain('<dc:title>A &lt;b&gt; &amp; &quot;c&quot; A')
  expect(core).toContain('<dc:language>pt-BR</dc:language>')
  expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['2024-03-14T', '2024-03-14T'])
  expect(Buffer.from(print(printed).bytes).equals(Buffer.from(bytes))).toBe(true)
  assert(
    property(anyBrief, (any) => Buffer.from(print(any).bytes).equals(Buffer.from(print(any).bytes))),
    { numRuns: 30 },
  )
})
