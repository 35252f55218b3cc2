import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Draft } from './draft.ts'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'
import { textDraft } from './text-draft.ts'

const CASES = new URL('../../../../shared/cases/verdicts.json', import.meta.url)
const closed = (draft: Draft) => findQuotations(draft).filter(({ state }) => state !== 'unclosed')
const words = (draft: string) => closed(markdownDraft(draft)).map(({ text }) => text)
const unclosed = (draft: string) =>
  findQuotations(markdownDraft(draft)).filter(({ state }) => state === 'unclosed')

const notes = (draft: string) => closed(markdownDraft(draft)).map(({ note }) => note)
const found = (draft: string) => closed(textDraft(draft)).map(({ text }) => text)

interface FindingCase {
  readonly id: string
  readonly rule: string
  readonly draft: string
  readonly quotations: readonly string[]
  readonly unclosed?: number
}

describe.skipIf(!existsSync(CASES))('the labelled cases', () => {
  const cases: readonly FindingCase[] = existsSync(CASES)
    ? JSON.parse(readFileSync(CASES, 'utf8')).finding
    : []
  it.each(cases)('$id $rule', ({ draft, quotations, unclosed: count = 0 }) => {
    expect(words(draft)).toEqual(quotations)
    expect(unclosed(draft)).toHaveLength(count)
  })
})

interface JudgedCase {
  readonly id: string
  readonly quotation: string
  readonly functionOnly?: boolean
}

describe.skipIf(!existsSync(CASES))('the judged cases as drafts', () => {
  const cases: readonly JudgedCase[] = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')).cases : []
  it.each(cases.filter(({ functionOnly }) => functionOnly !== true))('$id $quotation', ({ quotation }) => {
    for (const draft of [markdownDraft, textDraft]) {
      expect(findQuotations(draft(`He said “${quotation}” [@key].`))).toMatchObject([
        { text: quotation, start: 9, end: 9 + quotation.length, citation: { items: [{ citekey: 'key' }] } },
      ])
    }
  })
})

/** In a draft that sets “water war” aside. */
const states = (text: string): readonly string[] =>
  closed(markdownDraft(`---\nset-aside:\n  - water war\n---\n\n${text}\n`)).map(({ state }) => state)

describe('marks', () => {
  it.each([
    ['He said “one” and left.', ['one']],
    ['Er sagte „Wir gehen“, dann „nein”.', ['Wir gehen', 'nein']],
    ['Han sa ”vi går inte” och gick.', ['vi går inte']],
    ['Hän sanoi ’emme mene sinne’ ja lähti.', ['emme mene sinne']],
    ['Il dit «\u00A0nous restons\u00A0» et part.', ['nous restons']],
    ['Er sagte: »Wir gehen nicht«.', ['Wir gehen nicht']],
    ['Er sagte: »… gehen wir nicht« und ging.', ['… gehen wir nicht']],
    ['”… går vi inte”, sade hon. ”...aldrig mer”.', ['… går vi inte', '...aldrig mer']],
    ['Il dit « oui »… puis « non »…', ['oui', 'non']],
    ['Hon sade ”nej”… och ”ja”…', ['nej', 'ja']],
    ['Sie rief ‚komm her‘ und ‹geh weg›.', ['komm her', 'geh weg']],
    ['彼は『行く』と「行かない」と言った。', ['行く', '行かない']],
    ['他说"我们走吧"然后离开。', ['我们走吧']],
    ['他说：“我们走吧。”然后', ['我们走吧。']],
    ["He wrote ``we will not go'' and left.", ['we will not go']],
    ["First ``we go'' and then ``we stay''.", ['we go', 'we stay']],
    ['It is — "as he says" — ("so it is") "yes".', ['as he says', 'so it is', 'yes']],
    ['He said " we go " then.', ['we go']],
    ['"We will not—" he said.', ['We will not—']],
    ['**"Bold words here"** and *“slanted”*', ['Bold words here', 'slanted']],
    ['He said ‘go’.', ['go']],
    ["'We go', 'he said'", ['We go', 'he said']],
    ['"\'We go,\' she said," he reported.', ["'We go,' she said,"]],
    ['\'He said "go"\'', ['He said "go"']],
    ['He said:"we go" and left.', ['we go']],
    ['"He is 5\'10"."', ['He is 5\'10".']],
    ['“”', []],
  ])('%j', (draft, expected) => {
    expect(words(draft)).toEqual(expected)
    expect(unclosed(draft)).toEqual([])
  })
})

describe('apostrophes and primes are no marks', () => {
  it.each([
    ['The countries’ leaders didn’t meet in the ’90s.', []],
    ["The countries' leaders didn't meet in the '90s.", []],
    ["It was rock ’n’ roll, rock 'n' roll, rock ‘n’ roll.", []],
    ['‘The countries’ leaders agreed’ and went.', ['The countries’ leaders agreed']],
    ['‘The countries’ leaders’ and the rest.', ['The countries’ leaders']],
    ["'the countries' leaders agreed', he wrote.", ["the countries' leaders agreed"]],
    ['‘It’s the boys’ own,’ he said, ‘and ours’.', ['It’s the boys’ own,', 'and ours']],
    ['“Don’t go to the boys’ home”, ’twas said.', ['Don’t go to the boys’ home']],
    ['A 6" pipe, a 5\'10" man and 48° 51′ 3″ N.', []],
    ['He called it "a 6" pipe" and left.', ['a 6" pipe']],
    ['We grew "by 43" and "by 44".', ['by 43', 'by 44']],
    ['The region´s port and the ` key.', []],
    ["Get 'em while 'tis hot.", []],
    ["'Tis the season' he sang.", ['Tis the season']],
    ['O’Neill’s and D’Arcy’s “plan”.', ['plan']],
    ['דובר צה"ל אמר "לא נלך".', ['לא נלך']],
  ])('%j', (draft, expected) => {
    expect(words(draft)).toEqual(expected)
    expect(unclosed(draft)).toEqual([])
  })
})

describe('unclosed marks are listed, not guessed', () => {
  it.each([
    ['He said “we go and left.', 1, []],
    ['He said we go” and left.', 1, []],
    ['He said "we go and left.', 1, []],
    ['He said we go" and left.', 1, []],
    ['He said “we go, then “stay”.', 1, ['stay']],
    ['He said “we go.\n\nAnother “one”.', 1, ['one']],
    ['Il dit «nous restons.', 1, []],
    ['“We go" he said.', 2, []],
  ])('%j', (draft, count, expected) => {
    expect(unclosed(draft)).toHaveLength(count)
    expect(words(draft)).toEqual(expected)
  })

  it('holds at most 80 characters of what follows', () => {
    const [only] = unclosed(`He said “${'word '.repeat(40)}`)
    expect(only?.text).toBe('word '.repeat(16).trim())
  })
})

describe('over paragraphs', () => {
  it('joins what each paragraph opens again', () => {
    const draft = 'He said: “First.\n\n“Second.\n\n“Third.” Then “more”.'
    expect(words(draft)).toEqual(['First.\nSecond.\nThird.', 'more'])
    const [first] = closed(markdownDraft(draft))
    expect(draft.slice(first?.start, first?.end)).toBe('First.\n\n“Second.\n\n“Third.')
  })

  it.each(['"First.\n\n"Second."', '«First.\n\n«Second.»', '‘First.\n\n‘Second.’', "'First.\n\n'Second.'"])(
    '%j',
    (draft) => {
      expect(words(draft)).toEqual(['First.\nSecond.'])
    },
  )

  it('does not join over a heading, or what is never closed', () => {
    expect(words('“First.\n\n# Head\n\n“Second.”')).toEqual(['Second.'])
    expect(unclosed('“First.\n\n“Second.')).toHaveLength(2)
  })
})

describe('places', () => {
  it.each([
    ['# He said “head words here”', ['head words here']],
    ['- “in an item”\n- [x] “in a task”', ['in an item', 'in a task']],
    ['| a |\n|---|\n| “in a cell” |', ['in a cell']],
    ['[“in a link”](https://a.b/“not” "“nor this”")', ['in a link']],
    ['![“in a picture”](a.png)', []],
    ['---\ntitle: “front matter”\n---\n\n“text”', ['text']],
    ['    “indented code”\n\n```\n“code”\n```', []],
    ['“run `say "x"` now”', ['run say "x" now']],
    ['He said “words \\*with\\* &amp; escapes”', ['words *with* & escapes']],
    ['> “Words.” [@key]\n>\n> — Odran Teague', ['Words.']],
    ['> Words here [@key].', ['Words here']],
    ['> Words here.\n> — Odran Teague, chair', ['Words here.']],
    ['> Words here. — Odran Teague', ['Words here.']],
    ['> “First one.\n>\n> “Second one.” [@key]', ['First one.\nSecond one.']],
    ['> “First one.”\n>\n> “Second one.”', ['First one.\nSecond one.']],
    ['> Plain one.\n>\n> Plain two — with a dash.', ['Plain one.\nPlain two — with a dash.']],
    ['- item\n\n  > Words in an item.', ['Words in an item.']],
    ['> - one\n> - two', ['one\ntwo']],
    ['Text :set-aside[“so called”] and “real”.', ['so called', 'real']],
    ['Text “:set-aside[so called]” end.', ['so called']],
  ])('%j', (draft, expected) => {
    expect(words(draft)).toEqual(expected)
  })

  it('gives offsets of the words in the file, escapes and line prefixes counted', () => {
    const draft = 'A “b &amp; c” d.\r\n\r\n> “e\r\n> f \\* g” [@k]\r\n'
    expect(closed(markdownDraft(draft)).map(({ start, end }) => draft.slice(start, end))).toEqual([
      'b &amp; c',
      'e\r\n> f \\* g',
    ])
  })

  it('keeps where a footnote stood', () => {
    const [only] = closed(markdownDraft('“we will[^1] go”\n\n[^1]: Note.'))
    expect(only).toMatchObject({ text: 'we will go', footnotes: [7] })
  })

  it('closes the gap that a citation leaves', () => {
    expect(words('“We will go [@key].” And “we will [@key] go” too.')).toEqual(['We will go.', 'we will go'])
  })

  it('judges an inner quotation when it has a citation of its own', () => {
    expect(words('“She told me ‘never again’ twice.” [@k]')).toHaveLength(1)
    expect(words('“She told me ‘never again’ [@a] twice.” [@k]')).toEqual([
      'She told me ‘never again’ twice.',
      'never again',
    ])
    expect(words('> He said “never again” [@a] and left. [@b]')).toEqual([
      'He said “never again” and left.',
      'never again',
    ])
  })

  it('finds a block quotation that is set aside, or linked, once', () => {
    expect(closed(markdownDraft('> :set-aside[“so called”]'))).toMatchObject([
      { text: 'so called', state: 'set-aside', form: 'block' },
    ])
    expect(closed(markdownDraft('> “:quote[We go]{#an_1}” [@k]'))).toMatchObject([
      { text: 'We go', form: 'block' },
    ])
  })

  it('finds a set-aside quotation as such, once', () => {
    expect(closed(markdownDraft('A :set-aside[“water war”].'))).toMatchObject([
      { text: 'water war', state: 'set-aside', start: 14, end: 23 },
    ])
  })

  it('sets words aside wherever they stand that the front matter lists, and no others', () => {
    expect(states('A “water war”, a "water war" and a “Water war”.')).toEqual([
      'set-aside',
      'set-aside',
      'closed',
    ])
    expect(states('A “water wars” and “a water war”.')).toEqual(['closed', 'closed'])
    expect(states('> water war')).toEqual(['closed'])
    expect(states('A :quote[water war]{#an_1}.')).toEqual(['closed'])
    expect(states('A “water war” [@key], and more [@other].')).toEqual(['closed'])
    expect(states('“Water war” and “water war”, and more [@other].')).toEqual(['closed', 'set-aside'])
    expect(states('“water war”, said Odran Teague.')).toEqual(['closed'])
  })

  it('takes a note right after the words', () => {
    expect(notes('“a b c” [emphasis added] and “d” (emphasis mine). “e” (sic) “f”')).toEqual([
      '[emphasis added]',
      '(emphasis mine)',
      null,
      null,
    ])
    expect(notes('“a b c” [@key] [emphasis added]')).toEqual(['[emphasis added]'])
  })
})

describe('linked quotes', () => {
  it('are found once, with what their directive says', () => {
    const draft = 'He said “:quote[We *will* go]{#an_1 version=2},” and left.'
    expect(findQuotations(markdownDraft(draft))).toMatchObject([
      { text: 'We will go', link: { annotation: 'an_1', version: 2, translation: false }, form: 'inline' },
    ])
  })

  it('have no marks of their own, and no name or citation of a block', () => {
    expect(words(':quote[“We go”]{#an_1} :quote[[T]he […] \\] end]{#an_2}')).toEqual([
      'We go',
      '[T]he […] ] end',
    ])
    const block = ':::quote{#an_1 translation}\n“We go.\n\n“Not yet.” [@k]\n\n— Odran Teague\n:::'
    const [quotation] = findQuotations(markdownDraft(block))
    expect(quotation).toMatchObject({
      text: 'We go.\nNot yet.',
      form: 'block',
      link: { annotation: 'an_1', translation: true },
    })
    expect(block.slice(quotation?.start, quotation?.end)).toBe('We go.\n\n“Not yet.')
  })

  it('have all the words that stand in their block, also in a directive, table or code inside it', () => {
    const inner =
      ':::quote{#an_2}\nwords that nobody said\n:::\n\n| a | b |\n| - | - |\n| c | d |\n\n```\ne\nf\n```'
    const block = `::::quote{#an_1}\nWe go\n\n${inner}\n::::`
    const [quotation] = findQuotations(markdownDraft(block))
    expect(quotation?.text).toBe('We go\nwords that nobody said\na\nb\nc\nd\ne\nf')
    expect(block.slice(quotation?.start, quotation?.end)).toMatch(/^We go[^]*e\nf$/)
  })

  it('take a soft line ending as a space', () => {
    expect(words('> :quote[We\n> go]{#an_1}')).toEqual(['We go'])
  })
})

describe('plain text', () => {
  it('reads no markup but citations', () => {
    expect(found('> `“one”` *“two”* [@key, p. 3]')).toEqual(['one', 'two'])
    expect(closed(textDraft('“one” [@key, p. 3]'))[0]?.citation).toEqual({
      items: [{ citekey: 'key', locator: 'p. 3' }],
    })
  })

  it('ends the search at the paragraph', () => {
    expect(found('He said “one\n\nand two”.')).toEqual([])
    expect(found('“one\n\n“two”')).toEqual(['one\ntwo'])
  })

  it('gives offsets in the file', () => {
    const draft = 'A [@k] “b c” d'
    expect(closed(textDraft(draft)).map(({ start, end }) => draft.slice(start, end))).toEqual(['b c'])
  })
})
