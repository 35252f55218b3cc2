import { expect, test } from 'vitest'
import { findQuotations } from '../../shared/quotations/find.ts'
import { writeZip, type Packed } from '../import/archive/fixtures/write-zip.ts'
import { docx, paragraph, run, WORD } from '../import/importers/fixtures/docx.ts'
import { docxDraft } from './docx-draft.ts'

const AN = 'an_0190a3c5d2e77b6a8f1e2d3c4b5a6978'
const OTHER = 'an_0190a3c5d2e77b6a8f1e2d3c4b5a6979'

const control = (tag: string, inside: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
const bookmark = (name: string, inside: string, id = 1): string =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`
const p = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`
const quotation = (...runs: readonly string[]): string =>
  `<w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr>${runs.join('')}</w:p>`
const styled = (style: string, words: string): string =>
  `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`

const style = (type: string, id: string, name: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`

/** The quotations of a document: form, annotation, words, and the same words by their offsets. */
async function found(body: string, more: readonly Packed[] = []) {
  const draft = await docxDraft(docx(body, more))
  return findQuotations(draft).map(({ form, link, text, start, end, citation }) => ({
    form,
    annotation: link?.annotation ?? null,
    text,
    placed: draft.text.slice(start, end),
    ...(citation === null ? {} : { cited: citation.items.map(({ citekey }) => citekey) }),
  }))
}

const inline = (annotation: string | null, text: string) => ({
  form: 'inline',
  annotation,
  text,
  placed: text,
})
const block = (annotation: string | null, text: string) => ({ form: 'block', annotation, text, placed: text })

test('words in a control that names an annotation are its quote, inline; those outside are typed', async () => {
  const body = p(
    run('He said “'),
    control(AN, run('hold ') + run('the wall')),
    run('” and “quite so, my friend”.'),
  )
  expect(await found(body)).toEqual([inline(AN, 'hold the wall'), inline(null, 'quite so, my friend')])
})

test('marks that came into the control are no part of the words', async () => {
  expect(await found(p(control(AN, run('“hold the wall”'))))).toEqual([inline(AN, 'hold the wall')])
})

test('the paragraphs of a block quotation are one quote, whichever way the controls stand', async () => {
  const each = quotation(control(AN, run('They hold.'))) + quotation(control(AN, run('All of it.')))
  const around = control(AN, quotation(run('They hold.')) + quotation(run('All of it.')))
  const plain = control(AN, p(run('They hold.')) + p(run('All of it.')))
  for (const body of [each, around, plain])
    expect(await found(body)).toEqual([block(AN, 'They hold.\nAll of it.')])
})

test('a bookmark says the same where an editor dropped the tags', async () => {
  const lines = quotation(run('They hold.')) + quotation(run('All of it.'))
  expect(await found(p(run('“'), bookmark(`_${AN}`, run('hold the wall')), run('”')))).toEqual([
    inline(AN, 'hold the wall'),
  ])
  expect(await found(bookmark(`_${AN}_2`, lines))).toEqual([block(AN, 'They hold.\nAll of it.')])
  const two =
    bookmark(`_${AN}`, quotation(control(AN, run('They hold.')))) +
    bookmark(`_${AN}_2`, quotation(control(AN, run('All of it.'))), 2)
  expect(await found(two)).toEqual([block(AN, 'They hold.'), block(AN, 'All of it.')])
})

test('a control inside another one has the last word, and a control of another program none', async () => {
  const body = p(
    control(AN, run('hold ') + control(OTHER, run('the wall'))),
    control('Author', run(' says Marrow')),
  )
  expect(await found(body)).toEqual([inline(AN, 'hold'), inline(OTHER, 'the wall')])
})

test('words added to a linked block quotation are judged with it', async () => {
  const body = quotation(control(AN, run('They hold.')), run(' And they lie.'))
  expect(await found(body)).toContainEqual(block(null, 'They hold. And they lie.'))
})

test('the style of the letters tells the version, and an own translation', async () => {
  const styles: Packed = {
    name: 'word/styles.xml',
    content: `<w:styles ${WORD}>${style('character', 'a', 'Quoted words, version 3')}${style('character', 'b', 'Own translation')}</w:styles>`,
  }
  const body = p(
    control(AN, styled('a', 'hold the wall')),
    run(' '),
    control(AN, styled('b', 'tenez le mur')),
  )
  const links = findQuotations(await docxDraft(docx(body, [styles]))).map(({ link }) => link)
  expect(links).toEqual([
    { annotation: AN, version: 3, translation: false },
    { annotation: AN, version: null, translation: true },
  ])
})

test('tracked insertions count, deletions and hidden words do not', async () => {
  const body = p(
    control(
      AN,
      `${run('hold ')}<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>${run('the wall')}</w:ins>
       <w:r><w:rPr><w:vanish/></w:rPr><w:t> not</w:t></w:r>`,
    ),
  )
  expect(await found(body)).toEqual([inline(AN, 'hold the wall')])
})

const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const OTHER_WAYS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

test.each([
  ['words hidden by a style', styled('Unseen', 'not '), 'hold the wall'],
  [
    'words shown in spite of their style',
    styled('Unseen', 'not ').replace('</w:rPr>', '<w:vanish w:val="0"/></w:rPr>'),
    'hold not the wall',
  ],
  ['a formula', `<m:oMath ${MATH}><m:r><m:t>not </m:t></m:r></m:oMath>`, 'hold not the wall'],
  [
    'words of which an older program shows others',
    `<mc:AlternateContent ${OTHER_WAYS}><mc:Choice Requires="wps">${run('not ')}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
    'hold not the wall',
  ],
  [
    'the same inside a run',
    `<w:r><mc:AlternateContent ${OTHER_WAYS}><mc:Choice Requires="wps"><w:t xml:space="preserve">not </w:t></mc:Choice></mc:AlternateContent></w:r>`,
    'hold not the wall',
  ],
  [
    'words with their sound above them',
    `<w:r><w:ruby><w:rt>${run('so')}</w:rt><w:rubyBase>${run('not ')}</w:rubyBase></w:ruby></w:r>`,
    'hold not the wall',
  ],
  [
    'letters that are turned round',
    `<w:bdo w:val="rtl">${run('43 ')}</w:bdo>`,
    'hold \u202e43 \u202cthe wall',
  ],
])('a reader sees %s, or does not', async (_, between, expected) => {
  const hidden =
    '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
  const styles = { name: 'word/styles.xml', content: `<w:styles ${WORD}>${hidden}</w:styles>` }
  const body = p(control(AN, run('hold ') + between + run('the wall')))
  expect(await found(body, [styles])).toEqual([inline(AN, expected)])
})

test('citations by key, and words that a style made of sources, say what a quotation is held against', async () => {
  const typed = (...behind: readonly string[]) => p(run('“quite so, my friend” '), ...behind)
  const cited = [{ ...inline(null, 'quite so, my friend'), cited: ['marrow2024port'] }]
  expect(await found(typed(run('[@marrow'), run('2024port]')))).toEqual(cited)
  expect(await found(typed(control('source:marrow2024port', run('(Marrow 2024)'))))).toEqual(cited)
  expect(await found(typed(bookmark('_src_1_marrow2024port_Copy_1', run('(Marrow 2024)'))))).toEqual(cited)
  const entry = control('source:marrow2024port', run('Marrow, “Port strike ends at last,” 2024.'))
  const [quoted] = findQuotations(await docxDraft(docx(p(entry))))
  expect(quoted).toMatchObject({
    text: 'Port strike ends at last,',
    madeOf: { citekeys: ['marrow2024port'] },
  })
})

test('a block quotation’s citation is no part of its words', async () => {
  const source = control('source:marrow2024port', run('(Marrow 2024)'))
  expect(await found(quotation(control(AN, run('They hold.')), run(' '), source))).toMatchObject([
    { form: 'block', annotation: AN, text: 'They hold.' },
  ])
})

test('notes come last, tables cell by cell, and code and tables of contents quote nobody', async () => {
  const row = `<w:tr>${['“quite so, my friend”', 'b'].map((words) => `<w:tc>${paragraph(words)}</w:tc>`).join('')}</w:tr>`
  const draft = await docxDraft(
    docx(
      p(run('One'), '<w:r><w:footnoteReference w:id="2"/></w:r>') +
        `<w:tbl>${row}</w:tbl>` +
        paragraph('print(“such a fine day”)', 'code') +
        paragraph('“such a fine day”', 'toc'),
      [
        {
          name: 'word/styles.xml',
          content: `<w:styles ${WORD}>${style('paragraph', 'code', 'Source Code')}${style('paragraph', 'toc', 'toc 1')}</w:styles>`,
        },
        {
          name: 'word/footnotes.xml',
          content: `<w:footnotes ${WORD}><w:footnote w:type="separator" w:id="0">${paragraph('x')}</w:footnote>
            <w:footnote w:id="2">${paragraph('“said in a note”')}</w:footnote></w:footnotes>`,
        },
      ],
    ),
  )
  expect(draft.text).toBe(
    'One\n“quite so, my friend”\tb\nprint(“such a fine day”)\n“such a fine day”\n“said in a note”',
  )
  expect(findQuotations(draft).map(({ text }) => text)).toEqual(['quite so, my friend', 'said in a note'])
})

test('the number of a note in a field is no word', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF n </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const simple = `<w:fldSimple w:instr=" NOTEREF n ">${run('1')}</w:fldSimple>`
  expect((await docxDraft(docx(p(run('a'), field, simple, run('b'))))).text).toBe('ab')
})

test('what is no Word document is refused in one plain sentence', async () => {
  const refusal = 'cannot be read as a Word document'
  await expect(docxDraft(Buffer.from('words'))).rejects.toThrow(refusal)
  await expect(docxDraft(writeZip([{ name: 'a.txt', content: 'words' }]))).rejects.toThrow(refusal)
  const whole = docx(paragraph('words'))
  await expect(docxDraft(whole.subarray(0, whole.length - 60))).rejects.toThrow(refusal)
})
