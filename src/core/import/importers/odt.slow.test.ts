import { describe, expect, it } from 'vitest'
import type { Packed } from '../archive/fixtures/write-zip.ts'
import { readOriginal } from '../read.ts'
import { meta, odt } from './fixtures/odt.ts'
import { PIXEL } from './fixtures/picture.ts'

const read = (body: string, styles = '', more: readonly Packed[] = []) =>
  readOriginal({ bytes: odt(body, styles, more), name: 'report.odt', encoding: null })

const paragraph = (words: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${words}</text:p>`

const style = (name: string, family: string, rest: string) =>
  `<style:style style:name="${name}" style:family="${family}" ${rest}</style:style>`

const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`

describe('an OpenDocument text', () => {
  it('gives headings, quotations and paragraphs in order, by the styles that theirs build on', async () => {
    const { document, text, metadata, importer } = await read(
      paragraph('The dam', 'P1') +
        '<text:h text:outline-level="2">Levels</text:h>' +
        paragraph('The<text:s text:c="3"/>lake<text:tab/>is<text:line-break/>half full.') +
        '<text:section>' +
        paragraph('We will not close it.', 'Quotations') +
        '</text:section>',
      style('P1', 'paragraph', 'style:parent-style-name="Title">'),
    )
    expect(importer).toBe('odt')
    expect(text).toBe('The dam\nLevels\nThe lake is\nhalf full.\nWe will not close it.')
    expect(document.children).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 2 },
      { type: 'paragraph' },
      { type: 'quotation' },
    ])
    expect(metadata).toMatchObject({ title: 'The dam' })
  })

  it('leaves deletions, comments and hidden words out', async () => {
    const { text } = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${paragraph('now')}</text:deletion></text:changed-region></text:tracked-changes>
       ${paragraph('We will <text:change-start/>not <text:change-end/><text:change/>close<office:annotation><dc:creator>X</dc:creator>' + paragraph('So?') + '</office:annotation><text:span text:style-name="T1"> secret</text:span> it.')}`,
      style('T1', 'text', '><style:text-properties text:display="none"/>'),
    )
    expect(text).toBe('We will not close it.')
  })

  it('keeps notes as notes, last in the text', async () => {
    const note = (kind: string, label: string, words: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body>${paragraph(words)}</text:note-body></text:note>`
    const { document, text } = await read(
      paragraph(
        `It is full${note('footnote', '1', 'In March.')}, they say${note('endnote', 'xiv', 'In April.')}.`,
      ) + paragraph('End.'),
    )
    expect(text).toBe('It is full, they say.\nEnd.\nIn March.\nIn April.')
    expect(document.children.slice(-2)).toMatchObject([
      { type: 'footnote', label: '1' },
      { type: 'footnote', label: 'xiv' },
    ])
  })

  it('keeps lists, tables, marks, links and pictures', async () => {
    const cell = (words: string, rest = '') =>
      `<table:table-cell${rest}>${paragraph(words)}</table:table-cell>`
    const { document, text, images } = await read(
      `<text:list text:style-name="L1">${item(paragraph('One') + `<text:list>${item(paragraph('Inner'))}</text:list>`)}${item(paragraph('Two'))}</text:list>
       <table:table><table:table-column/><table:table-header-rows><table:table-row>${cell('Lake')}${cell('Level')}</table:table-row></table:table-header-rows>
       <table:table-row>${cell('Arren', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table>
       ${paragraph('A <text:span text:style-name="T1">bold</text:span> <text:a xlink:href="https://example.org/dam">dam</text:a> <text:a xlink:href="javascript:alert(1)">x</text:a>')}
       ${paragraph('<draw:frame><draw:image xlink:href="Pictures/dam.png"/><svg:desc>The dam</svg:desc></draw:frame>')}`,
      `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
       ${style('T1', 'text', '><style:text-properties fo:font-weight="bold"/>')}`,
      [{ name: 'Pictures/dam.png', content: PIXEL }],
    )
    expect(text).toBe('One\nInner\nTwo\nLake\tLevel\nArren\nA bold dam x')
    expect(document.children).toMatchObject([
      {
        type: 'list',
        ordered: true,
        children: [{ children: [{}, { type: 'list', ordered: false }] }, {}],
      },
      {
        type: 'table',
        children: [{ children: [{ header: true }, { header: true }] }, { children: [{ columns: 2 }] }],
      },
      {
        type: 'paragraph',
        children: [
          { value: 'A ' },
          { type: 'strong' },
          { value: ' ' },
          { type: 'link', href: 'https://example.org/dam' },
          { value: ' ' },
          { type: 'text', value: 'x' },
        ],
      },
      { type: 'paragraph', children: [{ type: 'image', blob: images[0]?.sha256, alt: 'The dam' }] },
    ])
  })

  it('puts a text box behind the paragraph that it hangs on, not into its sentence', async () => {
    const box = `<draw:frame><draw:text-box>${paragraph('The dam, seen from above')}</draw:text-box></draw:frame>`
    const { text } = await read(paragraph(`The lake is ${box}half full.`) + box + paragraph('End.'))
    expect(text).toBe('The lake is half full.\nThe dam, seen from above\nThe dam, seen from above\nEnd.')
  })

  it('takes title, author and date from its properties', async () => {
    const said = meta(
      '<dc:title>Seen</dc:title><meta:initial-creator>Ilse Marrow</meta:initial-creator><dc:creator>Editor</dc:creator><meta:creation-date>2026-03-14T09:00:00</meta:creation-date>',
    )
    const words = 'Der See ist halb voll, sagte die Ministerin, und wir werden den Fluss nicht schließen.'
    expect((await read(paragraph(words), '', [said])).metadata).toMatchObject({
      title: 'Seen',
      authors: ['Ilse Marrow'],
      published: '2026-03-14',
      language: 'de-AT',
    })
  })

  it('that is hostile, locked or no text is refused in one sentence', async () => {
    const locked =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    await expect(read('', '', [{ name: 'META-INF/manifest.xml', content: locked }])).rejects.toMatchObject({
      reason: 'encrypted',
    })
    const sheet =
      '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>'
    await expect(read('', '', [{ name: 'content.xml', content: sheet }])).rejects.toMatchObject({
      reason: 'unsupported',
    })
    await expect(read('', '', [{ name: 'content.xml', content: 'x' }])).rejects.toMatchObject({
      reason: 'damaged',
    })
    const deep = await read(`${'<text:section>'.repeat(20_000)}${paragraph('Deep words')}`)
    expect(deep.text).toBe('Deep words')
  })
})

it('expands no entity that a document makes up', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>`
  const content = `${bomb}<office:document-content><office:body><office:text>${paragraph('Half &b; full')}</office:text></office:body></office:document-content>`
  expect((await read('', '', [{ name: 'content.xml', content }])).text).toBe('Half &b; full')
})
