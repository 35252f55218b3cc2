import { describe, expect, it } from 'vitest'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'

const found = (draft: string) => findQuotations(markdownDraft(draft))
const words = (draft: string) =>
  found(draft).flatMap(({ state, text }) => (state === 'unclosed' ? [] : [text]))
const unclosed = (draft: string) => found(draft).filter(({ state }) => state === 'unclosed')

describe('struck words', () => {
  it.each([
    ['He said “we will ~~not~~ go now”.', ['we will go now']],
    ['He said “~~we~~ they will go now”.', ['they will go now']],
    ['He said “we will go ~~now~~”.', ['we will go']],
    ['He said “we will ~~not[^1]~~ go now”.\n\n[^1]: n', ['we will go now']],
    ['He said ~~“we will go now”~~.', ['we will go now']],
    ['He said “~~we will go now~~”.', ['we will go now']],
    ['> We will ~~not~~ go now.', ['We will go now.']],
  ])('are no words of the quotation around them: %s', (draft, quotations) => {
    expect(words(draft)).toEqual(quotations)
  })
})

describe('addresses', () => {
  it.each([
    ['Visit https://harbour.example/a?b=c now', 'Visit https://harbour.example/a?b=c now'],
    ['Visit <https://harbour.example> now', 'Visit https://harbour.example now'],
    ['Visit www.harbour.example now', 'Visit www.harbour.example now'],
    ['Write to desk@harbour.example now', 'Write to desk@harbour.example now'],
  ])('are words of “%s”', (written, read) => {
    const draft = `He said “${written}” there.`
    expect(found(draft)).toMatchObject([{ text: read, start: 9, end: 9 + written.length }])
  })
})

describe('tags of HTML', () => {
  it.each([
    [
      '<a href="https://harbour.example/a b">“we go now”</a> and <img src="x.png" alt="a large old tree">',
      ['we go now'],
    ],
    ['<div class="note here now">\n\n“we go now”\n\n</div>', ['we go now']],
    ['Text <!-- "a note to oneself" --> “we go now”.', ['we go now']],
    ['He said "a < b and c > d" twice.', ['a < b and c > d']],
    ['He said "we <b>go</b> now" twice.', ['we <b>go</b> now']],
  ])('hold no quotations: %s', (draft, quotations) => {
    expect(words(draft)).toEqual(quotations)
    expect(unclosed(draft)).toEqual([])
  })
})

describe('marks of other readers of Markdown are no words of a quotation', () => {
  it.each([
    ['“[The [new] wall holds]{.quote annotation=an_1 lang=fr}” [@a].', ['The [new] wall holds']],
    ['> [!quote]\n> The wall holds.\n\n^an-1\n', ['The wall holds.']],
    ['> [!quote] Ada: no wall\n> holds.\n', ['Ada: no wall\nholds.']],
    ['> \\[!quote] The wall holds.\n', ['[!quote] The wall holds.']],
    ['“The [wall]{.other} holds”', ['The [wall]{.other} holds']],
  ])('%j', (source, wanted) => expect(words(source)).toEqual(wanted))
})
