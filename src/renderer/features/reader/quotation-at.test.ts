import { expect, test } from 'vitest'
import { quotationAt, speakerSuggested } from './quotation-at.ts'

const TEXT =
  'First line.\nThe European Union said it “does not recognise the framework” and called on “both sides” to talk.\nLast.'

const within = (words: string): number => TEXT.indexOf(words)

test('Q takes the quotation around the caret with its marks', () => {
  const span = quotationAt(TEXT, within('recognise'))
  expect(span && TEXT.slice(span.start, span.end)).toBe('“does not recognise the framework”')
})

test('outside quotation marks there is nothing to take', () => {
  expect(quotationAt(TEXT, within('European'))).toBe(null)
  expect(quotationAt(TEXT, 0)).toBe(null)
})

test('the speaker is the one that the sentence names', () => {
  const start = within('“does')
  expect(speakerSuggested(TEXT, { start, end: start + 10 })).toBe('European Union')
  expect(speakerSuggested(TEXT, { start: 0, end: 5 })).toBe(null)
})
