import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/document/blocks.ts'
import { pagesOf } from '../../../shared/document/pages.ts'
import type { Extraction } from '../extraction.ts'
import { readOriginal } from '../read.ts'
import { column, makePdf, type MadePdf, type PageOf, type Type } from './pdf/fixtures/make-pdf.ts'

const read = (made: MadePdf, name = 'report.pdf'): Promise<Extraction> =>
  readOriginal({ bytes: makePdf(made), name, encoding: null })
const textOf = async (...pages: readonly (readonly Type[])[]): Promise<string> =>
  (await read({ pages: pages.map((type): PageOf => ({ type })) })).text
const blocksOf = async (...type: readonly Type[]): Promise<readonly Block[]> =>
  (await read({ pages: [{ type }] })).document.children.filter((block) => block.type !== 'page-break')

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

describe('the reading order of a PDF', () => {
  it('is one column after the other, below a heading over both', async () => {
    const title: Type = { x: 60, y: 780, text: 'A heading that runs over both of the columns', size: 20 }
    const text = await textOf([title, ...column(60, 740, LEFT), ...column(300, 740, RIGHT)])
    expect(text).toBe(`${title.text}\n${whole(LEFT)}\n${whole(RIGHT)}`)
  })

  it('does not depend on the order in which the lines are drawn', async () => {
    const [left, right] = [column(60, 740, LEFT), column(300, 740, RIGHT)]
    const drawn = left.flatMap((line, index) => [right[index], line]).filter((line) => line !== undefined)
    expect(await textOf(drawn)).toBe(`${whole(LEFT)}\n${whole(RIGHT)}`)
  })

  it('takes a narrow box at the side after the main text', async () => {
    const box = ['Facts: the lake', 'is forty metres', 'deep at the dam', 'and has no fish']
    const wide = LEFT.map((line, index) => `${line} ${RIGHT[index] ?? ''}`)
    const text = await textOf([...column(40, 700, box), ...column(150, 700, wide)])
    expect(text.indexOf('Facts')).toBeGreaterThan(text.indexOf('long known'))
    expect(text).toContain('Facts: the lake is forty metres deep at the dam and has no fish')
  })

  it('leads on over columns and pages in the middle of a sentence', async () => {
    const [first, second] = [LEFT.slice(0, 4), LEFT.slice(4)]
    expect(await textOf(column(60, 740, first), column(60, 740, second))).toBe(whole(LEFT))
  })

  it('keeps words of a page that is turned, or of which the text is', async () => {
    const turned = LEFT.map((text, index): Type => ({ x: 100 + index * 13, y: 60, text, turn: 90 }))
    expect(await textOf(turned)).toBe(whole(LEFT))
    const { text } = await read({ pages: [{ type: column(60, 500, LEFT), rotate: 90 }] })
    expect(text).toBe(whole(LEFT))
  })
})

const after = async (...lines: readonly string[]): Promise<string> => textOf(column(60, 740, lines))

describe('a word divided at a line’s end', () => {
  it('is made whole', async () => {
    expect(await after('The dam was built by the com-', 'mittee.')).toBe(
      'The dam was built by the committee.',
    )
  })

  it('keeps the hyphen that is its own', async () => {
    expect(await after('They spoke of a so-', 'called emergency on the lake.')).toContain(
      'a so-called emergency',
    )
    expect(await after('A cross-border pact and a cross-', 'border road.')).toBe(
      'A cross-border pact and a cross-border road.',
    )
    expect(await after('The years 2019-', '2021 were dry, said Anglo-', 'Saxon farmers.')).toContain(
      '2019-2021 were dry, said Anglo-Saxon',
    )
  })

  it('is marked where the page does not tell', async () => {
    const text = await after('The decision was hard, the decision-', 'making harder still.')
    expect(text).toContain('decision-\u00admaking')
  })
})

const numbered = (count: number, body: (page: number) => readonly string[]): PageOf[] =>
  Array.from({ length: count }, (_, index) => ({
    type: [
      { x: 60, y: 810, text: index % 2 === 0 ? 'The Meridian Review' : 'Chapter two: the lake', size: 9 },
      ...column(60, 740, body(index + 1)),
      { x: 290, y: 30, text: String(index + 113), size: 9 },
    ],
  }))

describe('running heads, feet and page numbers', () => {
  it('are left out, and the printed number is the page’s label', async () => {
    const { text, document } = await read({
      pages: numbered(6, (page) => [
        `On day ${String(page)} of the talks the delegates wrote`,
        'down what they had seen.',
      ]),
    })
    expect(text).not.toMatch(/Meridian|Chapter|11\d/)
    expect(text).toContain('On day 6 of the talks')
    expect(pagesOf(document)?.(text.indexOf('On day 3'))).toBe('115')
  })

  it('are not taken for such where a page has no like', async () => {
    expect(await textOf([...column(60, 800, ['1914'], 10), ...column(60, 740, LEFT)])).toContain('1914')
  })
})

describe('what stands on a page', () => {
  it('is paragraphs, lists and headings', async () => {
    const blocks = await blocksOf(
      { x: 60, y: 760, text: 'What was decided', size: 16 },
      ...column(60, 730, LEFT),
      { x: 60, y: 650, text: '•' },
      { x: 72, y: 650, text: 'Water is let out in the spring, and the gates are' },
      { x: 72, y: 637, text: 'closed in the autumn.' },
      { x: 60, y: 624, text: '•' },
      { x: 72, y: 624, text: 'The mill stays.' },
    )
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list'])
    expect(blocks[2]).toMatchObject({ children: [{}, {}] })
  })

  it('is parted where a line is indented or stops short', async () => {
    const lines = [...column(60, 740, LEFT), { x: 75, y: 675, text: 'A new thought begins with this line.' }]
    expect(await textOf(lines)).toBe(`${whole(LEFT)}\nA new thought begins with this line.`)
  })

  it('is a note at the foot, out of the way of the sentence', async () => {
    const [first = '', ...rest] = LEFT
    const { text, document } = await read({
      pages: [
        {
          type: [
            { x: 60, y: 740, text: first },
            { x: 60 + 155, y: 744, text: '1', size: 6 },
            ...column(60, 727, rest),
            { x: 60, y: 100, text: '1', size: 5 },
            { x: 66, y: 97, text: 'Minutes of the council, 14 March.', size: 8 },
          ],
        },
      ],
    })
    expect(text).toBe(`${whole(LEFT)}\nMinutes of the council, 14 March.`)
    expect(document.children.at(-1)).toMatchObject({ type: 'footnote', label: '1' })
  })

  it('is a note gathered at the end, when its number is raised in the text', async () => {
    const [first = '', ...rest] = LEFT
    const { text, document } = await read({
      pages: [
        {
          type: [
            { x: 60, y: 740, text: first },
            { x: 60 + 155, y: 744, text: '2', size: 6 },
            ...column(60, 727, rest),
            { x: 60, y: 600, text: 'Notes', size: 14 },
            { x: 60, y: 570, text: '1.' },
            { x: 76, y: 570, text: 'Letters of the miller.' },
            { x: 60, y: 557, text: '2.' },
            { x: 76, y: 557, text: 'Minutes of the council.' },
          ],
        },
      ],
    })
    expect(text).toContain(whole(LEFT))
    expect(document.children.filter(({ type }) => type === 'footnote')).toHaveLength(2)
    expect(JSON.stringify(document)).toContain('"target":"note-end-2"')
  })

  it('is read in Chinese by the maps that come with the program', async () => {
    const lines = ['两国政府就水坝问题', '达成了协议。']
    const text = await textOf(
      lines.map((line, index): Type => ({ x: 60, y: 700 - index * 15, text: line, font: 'chinese' })),
    )
    expect(text).toBe('两国政府就水坝问题达成了协议。')
  })
})

describe('a table', () => {
  it('is read row by row', async () => {
    const rows = [
      ['Harbour', '2022', '2023'],
      ['Arren', '43', '1,204'],
      ['Velmora', '7', '9'],
    ]
    const type = rows.flatMap((cells, row) =>
      cells.map((text, cell): Type => ({ x: 60 + cell * 90, y: 700 - row * 14, text })),
    )
    expect(await textOf(type)).toBe('Harbour 2022 2023\nArren 43 1,204\nVelmora 7 9')
  })
})

describe('vertical writing', () => {
  it('is read downwards, from the right', async () => {
    const lines = ['两国政府就水坝问题', '达成了协议。']
    const type = lines.map((text, index): Type => ({ x: 400 - index * 15, y: 700, text, font: 'downward' }))
    expect(await textOf(type)).toBe('两国政府就水坝问题达成了协议。')
  })
})

describe('every offset', () => {
  it('has its page, in a paragraph that goes on and in a note too', async () => {
    const { text, document } = await read({
      pages: [{ type: column(60, 740, LEFT.slice(0, 4)) }, { type: column(60, 740, LEFT.slice(4)) }],
    })
    const pageAt = pagesOf(document)
    expect(pageAt?.(text.indexOf('council'))).toBe('1')
    expect(pageAt?.(text.indexOf('what the fishermen'))).toBe('2')
    expect(document.origins.every(({ place }) => place.kind === 'page')).toBe(true)
  })
})

describe('what a PDF says of itself', () => {
  const type = column(60, 740, LEFT)

  it('is its title, author and day', async () => {
    const info = {
      Title: 'The lake and the law',
      Author: 'Ilse Marrow; Jonas Reveld',
      CreationDate: "D:20240314101500+01'00'",
    }
    const { metadata } = await read({ pages: [{ type }], info })
    expect(metadata).toMatchObject({
      title: info.Title,
      authors: ['Ilse Marrow', 'Jonas Reveld'],
      published: '2024-03-14',
    })
  })

  it.each(['report_v2.pdf', 'untitled', 'Microsoft Word - draft.docx', 'report'])(
    'is no title when it is “%s”: then the largest words serve',
    async (Title) => {
      const largest: Type = { x: 60, y: 790, text: 'Who may hold back Lake Arren', size: 22 }
      const { metadata } = await read({ pages: [{ type: [largest, ...type] }], info: { Title } })
      expect(metadata.title).toBe(largest.text)
    },
  )

  it('makes headings of its outline where the type does not', async () => {
    const lines = [{ x: 60, y: 780, text: 'The second reading' }, ...type]
    const { document } = await read({
      pages: [{ type: lines }],
      outline: [{ title: 'The second reading', page: 1 }],
    })
    expect(document.children).toContainEqual(expect.objectContaining({ type: 'heading' }))
  })
})

describe('a paper with more notes than text', () => {
  it('takes the text for the text, and the notes for notes', async () => {
    const notes = Array.from({ length: 12 }, (_, index): Type[] => [
      { x: 60, y: 400 - index * 24, text: String(index + 1), size: 8 },
      {
        x: 72,
        y: 400 - index * 24,
        text: 'Minutes of the council of the old harbour hall, of a day in March,',
        size: 8,
      },
      {
        x: 60,
        y: 389.6 - index * 24,
        text: 'as the clerk of the council had them copied for the engineers.',
        size: 8,
      },
    ]).flat()
    const blocks = await blocksOf(
      { x: 60, y: 790, text: 'The harbour', size: 20 },
      ...column(60, 740, LEFT),
      ...notes,
    )
    expect(blocks.map(({ type }) => type).slice(0, 3)).toEqual(['heading', 'paragraph', 'footnote'])
    expect(blocks).toHaveLength(14)
  })
})
