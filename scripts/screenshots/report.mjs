import { makePdf } from '../../src/core/import/importers/pdf/fixtures/make-pdf.ts'

const PARTS = [
  [
    'What was counted',
    'Between March and October the gauges at Calder and Tarrin were read twice a day, by',
    'people of both sides standing next to each other. Where their numbers differed, both',
    'are printed. Of 428 readings eleven differed, and none by more than two centimetres.',
    '',
    'Mara Tesk, who reads the gauge at Calder, told the council in July: “The lake fell by a',
    'hand’s breadth in a month, and nobody opened a gate.” Her table is printed in full.',
  ],
  [
    'Who said what',
    'The council asked each side for one sentence on the summer. Jon Brandvik wrote for',
    'Tarrin: “A promise to keep water back is worth what the next dry year leaves of it.”',
    'For Calder Ilse Oram wrote that the gates would stay as they are until the count of',
    'the winter is known, and that this was not a refusal.',
    '',
    'Neither sentence names a date. The council notes that both sides were asked for one.',
  ],
  [
    'What is proposed',
    'That the gauges be read through the winter as well, that the two tables be printed side',
    'by side each month, and that no gate be moved in a week in which a reading is missing.',
  ],
]

const SHEETS = [
  'The tables of spring',
  'The tables of summer',
  'The tables of autumn',
  'Remarks on the tables',
]

const first = () => {
  const type = [
    { x: 72, y: 756, size: 22, font: 'bold', text: 'The gauges of Lake Arren' },
    { x: 72, y: 730, size: 11, font: 'italic', text: 'Report of the joint readers to the council, November' },
  ]
  let y = 690
  for (const [head, ...lines] of PARTS) {
    type.push({ x: 72, y, size: 14, font: 'bold', text: head })
    y -= 22
    for (const text of lines) {
      if (text !== '') type.push({ x: 72, y, size: 11, text })
      y -= text === '' ? 8 : 16
    }
    y -= 16
  }
  return { type }
}

const sheet = (head, index) => ({
  type: [
    { x: 72, y: 756, size: 14, font: 'bold', text: head },
    {
      x: 72,
      y: 728,
      size: 11,
      text: `Sheet ${index + 1} holds the readings as they were written down, day by day.`,
    },
  ],
})

/** A report of five pages with a table of contents, for the picture of the reader’s PDF view. */
export const report = () =>
  makePdf({
    info: { Title: 'The gauges of Lake Arren', Author: 'Joint Readers' },
    pages: [first(), ...SHEETS.map(sheet)],
    outline: [
      ...PARTS.map(([title]) => ({ title, page: 1 })),
      ...SHEETS.map((title, at) => ({ title, page: at + 2 })),
    ],
  })

/** Its passages that are highlighted. */
export const MARKS = [
  ['The lake fell by a hand’s breadth in a month, and nobody opened a gate.', 'Mara Tesk', 'yellow'],
  ['A promise to keep water back is worth what the next dry year leaves of it.', 'Jon Brandvik', 'blue'],
  ['the gates would stay as they are until the count of the winter is known', 'Ilse Oram', 'green'],
]
