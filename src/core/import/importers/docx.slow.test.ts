import { describe, expect, it } from 'vitest'
import { childrenOf } from '../../../shared/document/document.ts'
import type { DocumentNode } from '../../../shared/document/document.ts'
import type { Packed } from '../archive/fixtures/write-zip.ts'
import { readOriginal } from '../read.ts'
import { WORD, docx, paragraph, run } from './fixtures/docx.ts'
import { PIXEL } from './fixtures/picture.ts'

const read = (body: string, more: readonly Packed[] = []) =>
  readOriginal({ bytes: docx(body, more), name: 'report.docx', encoding: null })

const typesOf = (node: DocumentNode): string[] => [node.type, ...childrenOf(node).flatMap(typesOf)]

const note = (kind: 'footnote' | 'endnote', words: string): Packed => ({
  name: `word/${kind}s.xml`,
  content: `<w:${kind}s ${WORD}><w:${kind} w:id="2">${paragraph(words)}</w:${kind}></w:${kind}s>`,
})

const core = (inside: string): Packed => ({
  name: 'docProps/core.xml',
  content: `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dt">${inside}</cp:coreProperties>`,
})

const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`

const item = (words: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(words)}</w:p>`

const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((words) => `<w:tc>${paragraph(words)}</w:tc>`).join('')}</w:tr>`

const main = (content: string): Packed => ({ name: 'word/document.xml', content })

describe('a Word document', () => {
  it('gives headings, quotations and paragraphs in order, by styles of any name', async () => {
    const { document, text, metadata, importer } = await read(
      paragraph('The dam', 'Title') +
        paragraph('Levels', 'Kop1') +
        paragraph('The lake is half full.') +
        paragraph('We will not close it.', 'Zitat') +
        paragraph('Later', 'Kop2'),
    )
    expect(importer).toBe('docx')
    expect(text).toBe('The dam\nLevels\nThe lake is half full.\nWe will not close it.\nLater')
    expect(document.children).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 1 },
      { type: 'paragraph' },
      { type: 'quotation' },
      { type: 'heading', level: 2 },
    ])
    expect(metadata).toMatchObject({ title: 'The dam', language: 'en-GB' })
  })

  it('takes insertions in and leaves deletions and comments out', async () => {
    const { text } = await read(
      `<w:p>${run('We will ')}<w:del><w:r><w:delText>now </w:delText></w:r></w:del><w:ins>${run('not ')}</w:ins>
       <w:moveFrom>${run('gone ')}</w:moveFrom><w:moveTo>${run('close ')}</w:moveTo>
       <w:commentRangeStart w:id="1"/>${run('it.')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`,
      [
        {
          name: 'word/comments.xml',
          content: `<w:comments ${WORD}><w:comment w:id="1">${paragraph('Is that so?')}</w:comment></w:comments>`,
        },
      ],
    )
    expect(text).toBe('We will not close it.')
  })

  it('keeps footnotes and endnotes as notes, last in the text', async () => {
    const { document, text } = await read(
      `<w:p>${run('It is full')}${reference('footnote')}${run(', they say')}${reference('endnote')}${run('.')}</w:p>${paragraph('End.')}`,
      [note('footnote', 'In March.'), note('endnote', 'In April.')],
    )
    expect(text).toBe('It is full, they say.\nEnd.\nIn March.\nIn April.')
    expect(document.children).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { value: 'It is full' },
          { type: 'footnote-reference', label: '1' },
          { value: ', they say' },
          { type: 'footnote-reference', label: '2' },
          { value: '.' },
        ],
      },
      { type: 'paragraph' },
      { type: 'footnote', label: '1' },
      { type: 'footnote', label: '2' },
    ])
  })

  it('takes a numbered cross-reference for no note', async () => {
    const { document, text } = await read(
      `<w:p>${run('See section ')}<w:hyperlink w:anchor="_Ref7">${run('3')}</w:hyperlink>${run('. href="#_Ref7" stays.')}</w:p>
       <w:p><w:bookmarkStart w:id="0" w:name="_Ref7"/>${run('Section three.')}<w:bookmarkEnd w:id="0"/></w:p>${paragraph('End.')}`,
    )
    expect(text).toBe('See section 3. href="#_Ref7" stays.\nSection three.\nEnd.')
    expect(document.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('keeps lists, tables, links and pictures', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="The dam"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>
      <a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const { document, text, images } = await read(
      item('One') +
        item('Two') +
        `<w:tbl>${row('Lake', 'Level')}${row('Arren', '43')}</w:tbl>` +
        `<w:p><w:hyperlink r:id="h">${run('The dam')}</w:hyperlink></w:p>` +
        picture,
      [{ name: 'word/media/dam.png', content: PIXEL }],
    )
    expect(text).toBe('One\nTwo\nLake\tLevel\nArren\t43\nThe dam')
    expect(document.children).toMatchObject([
      { type: 'list', ordered: true, children: [{}, {}] },
      { type: 'table' },
      { type: 'paragraph', children: [{ type: 'link', href: 'https://example.org/dam' }] },
      { type: 'paragraph', children: [{ type: 'image', blob: images[0]?.sha256, alt: 'The dam' }] },
    ])
    expect(images).toHaveLength(1)
  })

  it('takes title, author and date from its properties, and nobody’s name for none', async () => {
    const body = paragraph('The lake is half full.')
    const made = '<dcterms:created>2026-03-14T09:00:00Z</dcterms:created>'
    expect(
      (
        await read(body, [
          core(`<dc:title>Lakes</dc:title><dc:creator>Ilse Marrow; Jo Reeve</dc:creator>${made}`),
        ])
      ).metadata,
    ).toMatchObject({ title: 'Lakes', authors: ['Ilse Marrow', 'Jo Reeve'], published: '2026-03-14' })
    expect(
      (await read(body, [core(`<dc:title>Document1</dc:title><dc:creator>python-docx</dc:creator>${made}`)]))
        .metadata,
    ).toMatchObject({ title: 'The lake is half full', authors: [], published: null })
  })

  it('that is hostile or broken is refused in one sentence', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>`
    await expect(read('', [main('<w:document')])).rejects.toMatchObject({ reason: 'damaged' })
    await expect(read('', [main(`${bomb}<w:document ${WORD}/>`)])).rejects.toMatchObject({
      kind: 'REFUSED',
    })
    await expect(read('<w:p>'.repeat(100_000))).rejects.toMatchObject({ kind: 'REFUSED' })
    await expect(read('<w:sdt><w:sdtContent>'.repeat(50_000) + paragraph('x'))).rejects.toMatchObject({
      reason: 'damaged',
    })
    const whole = docx(paragraph('Words'))
    await expect(
      readOriginal({ bytes: whole.subarray(0, whole.length - 40), name: 'a.docx', encoding: null }),
    ).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('never holds what runs', async () => {
    const { document } = await read(
      `<w:p><w:hyperlink r:id="h">${run('<script>alert(1)</script>'.replaceAll('<', '&lt;'))}</w:hyperlink></w:p>`,
      [
        {
          name: 'word/_rels/document.xml.rels',
          content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
        },
      ],
    )
    expect(typesOf(document)).toEqual(['document', 'paragraph', 'text'])
  })
})
