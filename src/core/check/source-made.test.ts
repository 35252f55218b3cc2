import { afterEach, beforeEach, expect, test } from 'vitest'
import { FAULTS } from '../../shared/contract/check.ts'
import { FACTS, importText, scratch, type Scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { checkDraft } from './check-draft.ts'

const FILLER = 'The council met for the third time that week and put off its vote on the harbour once more. '
const TEXT = `The harbour in May

${FILLER}“The wall will not hold,” said Wanda Novak on Monday. ${FILLER.repeat(3)}Nobody asked her why she “never once” wrote it down.
`

let place: Scratch
let library: Library
const { citekey } = FACTS
beforeEach(() => {
  place = scratch()
  library = place.open()
  importText(library, TEXT)
})
afterEach(() => place[Symbol.dispose]())

const page = (body: string) => checkDraft(library, { format: 'html', text: `<body>${body}</body>` })
const passage = (words: string, key = citekey): string => `<p><span data-source="${key}">${words}</span></p>`
const markdown = (text: string) => checkDraft(library, { format: 'markdown', text })
const SHOWN = TEXT.slice(TEXT.indexOf(FILLER), TEXT.indexOf('Nobody'))

test('a passage that says whose it is, and is it, quotes nobody', () => {
  expect(page(passage(SHOWN))).toEqual([])
  expect(page(passage(`… ${SHOWN} …`))).toEqual([])
  expect(
    page(passage(SHOWN.replace('“The wall will not hold,”', '<mark>“The wall will not hold,”</mark>'))),
  ).toEqual([])
  expect(markdown(`… ${SHOWN} …<!--source: ${citekey}-->\n`)).toEqual([])
})

test('one that was changed by a word is judged, whatever it says', () => {
  for (const changed of [
    SHOWN.replace('will not hold', 'will now hold'),
    SHOWN.replace('“The', '“In May the'),
    SHOWN.replace('put off', 'did not put off'),
    SHOWN.replace('Novak on', 'Novak of the union on'),
  ])
    for (const rows of [page(passage(changed)), markdown(`${changed}<!--source: ${citekey}-->\n`)])
      expect(rows).toHaveLength(1)
  const dropped = SHOWN.replace('wall will not hold', 'wall at Sel will hold for good')
  expect(FAULTS).toContain(page(passage(dropped))[0]?.verdict)
})

test('one cut short enough to hide what stands around it is judged', () => {
  expect(page(passage('“The wall will not hold,” said Wanda Novak on Monday.'))).toMatchObject([
    { quotation: 'The wall will not hold,' },
  ])
})

test('one of another source, or of none, is judged', () => {
  expect(page(passage(SHOWN, 'nobody2020'))).toHaveLength(1)
  expect(page(`<p>${SHOWN}</p>`)).toHaveLength(1)
})

test('a block quotation is one, whatever it says', () => {
  expect(page(`<blockquote>${passage(SHOWN)}</blockquote>`)).toHaveLength(1)
})

test('words of a quotation that stand once more are judged once, of one source only', () => {
  const words = 'Nobody asked her why she “never once” wrote it down'
  const cited = `<p>“${words}” [@${citekey}]</p>`
  expect(page(`${cited}${passage(words)}`)).toHaveLength(1)
  expect(page(`${cited}${passage(words, 'nobody2020')}`)).toHaveLength(2)
  expect(page(`${cited}${passage(words.replace('wrote', 'ever wrote'))}`)).toHaveLength(2)
  expect(page(passage(words))).toHaveLength(1)
})

test('what is struck out is no word of such a stretch', () => {
  const words = 'Nobody asked her why she “never once” wrote it down'
  const struck = words.replace('wrote', '<del>had</del>wrote')
  expect(page(`<p>“${words}” [@${citekey}]</p>${passage(struck)}`)).toHaveLength(1)
})
