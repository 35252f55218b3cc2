import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../extraction.ts'
import { readOriginal } from '../../read.ts'
import { column, makePdf, stream, type MadePdf } from './fixtures/make-pdf.ts'

const read = (made: MadePdf, name = 'report.pdf'): Promise<Extraction> =>
  readOriginal({ bytes: makePdf(made), name, encoding: null })

const LEFT = [
  'The council met in the old harbour',
  'hall and heard the engineers who had',
  'measured the lake since the spring of',
  'that year and who now said plainly',
  'what the fishermen had long known.',
]
const RIGHT = [
  'The second column begins with this',
  'sentence, and nobody may read it as',
  'if it stood between the lines of the',
  'first one, because then no sentence',
  'would ever again be found whole.',
]
const whole = (lines: readonly string[]): string => lines.join(' ')

describe('a locked PDF', () => {
  const bytes = makePdf({ pages: [{ type: column(60, 740, LEFT) }], password: 'Arren' })
  const open = (password: string | null): Promise<Extraction> =>
    readOriginal({ bytes, name: 'locked.pdf', encoding: null, password })

  it('is refused without its password, and with another', async () => {
    await expect(open(null)).rejects.toMatchObject({ kind: 'REFUSED', reason: 'password' })
    await expect(open('Velmora')).rejects.toMatchObject({ kind: 'REFUSED', reason: 'wrong-password' })
  })

  it('is read with it, and nothing keeps it', async () => {
    const extraction = await open('Arren')
    expect(extraction.text).toBe(whole(LEFT))
    expect(JSON.stringify({ ...extraction, text: '', document: '' })).not.toContain('Arren')
  })
})

const openTorn = (bytes: Uint8Array): Promise<Extraction> =>
  readOriginal({ bytes, name: 'torn.pdf', encoding: null })

describe('a damaged PDF', () => {
  const bytes = makePdf({ pages: [{ type: column(60, 740, LEFT) }, { type: column(60, 740, RIGHT) }] })

  it('that lost its end gives the pages that are there, and says so', async () => {
    const end = Buffer.from(bytes).indexOf('22 0 obj')
    const { text, warning } = await openTorn(bytes.slice(0, end))
    expect(text).toBe(whole(LEFT))
    expect(warning).toMatchObject({ code: 'damaged' })
  })

  it('of which nothing can be read is refused in one sentence', async () => {
    await expect(openTorn(bytes.slice(0, 60))).rejects.toMatchObject({ kind: 'REFUSED', reason: 'damaged' })
    const noise = Uint8Array.from(bytes, (byte, index) => (index > 20 ? (byte * 31) & 255 : byte))
    await expect(openTorn(noise)).rejects.toMatchObject({ kind: 'REFUSED', reason: 'damaged' })
  })

  it('is whole where the words are', async () => {
    expect((await openTorn(bytes)).warning).toBeUndefined()
  })
})

describe('a hostile PDF', () => {
  it('runs nothing and brings in no file that is embedded', async () => {
    const { text, document } = await read({
      pages: [{ type: column(60, 740, LEFT) }],
      catalog:
        '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(evil.exe) 100 0 R] >> >>',
      extra: { 100: '<< /Type /Filespec /F (evil.exe) /EF << /F 101 0 R >> >>', 101: stream('MZ evil', '') },
    })
    expect(text).toBe(whole(LEFT))
    expect(JSON.stringify(document)).not.toMatch(/alert|evil/)
  })

  it('with labels of pages that no document may hold is read', async () => {
    const { document } = await read({
      pages: [{ type: column(60, 740, LEFT) }],
      catalog: String.raw`/PageLabels << /Nums [0 << /P (A\000\001-) /S /D >>] >>`,
    })
    expect(document.children[0]).toMatchObject({ type: 'page-break', label: 'A-1' })
  })

  it('that draws a form inside itself ends', async () => {
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /X 100 0 R >> >>'
    const { text } = await read({
      pages: [{ type: column(60, 740, LEFT), drawing: '/X Do' }],
      xobjects: '/X 100 0 R',
      extra: { 100: stream('/X Do', form) },
    })
    expect(text).toBe(whole(LEFT))
  })

  it('with thousands of states inside each other ends', async () => {
    const { text } = await read({ pages: [{ type: column(60, 740, LEFT), drawing: 'q '.repeat(5_000) }] })
    expect(text).toBe(whole(LEFT))
  })

  it('with pages that lead in a circle is refused or read, and ends', async () => {
    const bytes = Buffer.from(makePdf({ pages: [{ type: column(60, 740, LEFT) }] }))
      .toString('latin1')
      .replace('/Kids [20 0 R]', '/Kids [2 0 R ]')
    const outcome = await readOriginal({
      bytes: Buffer.from(bytes, 'latin1'),
      name: 'circle.pdf',
      encoding: null,
    }).then(
      () => 'read',
      (error: { reason: string }) => error.reason,
    )
    expect(['read', 'damaged', 'no-text']).toContain(outcome)
  })
})

describe('a PDF without words', () => {
  it('is refused, and says what it holds', async () => {
    await expect(read({ pages: [{ type: [] }] })).rejects.toMatchObject({
      kind: 'REFUSED',
      reason: 'no-text',
    })
  })
})
