import { describe, expect, it } from 'vitest'
import { Failure } from '../contract/failures.ts'
import { findQuotations } from '../quotations/find.ts'
import { briefDraft, briefText } from './draft.ts'
import type { Inline, LinkedQuote } from './nodes.ts'
import { linkedQuotes } from './counts.ts'
import { parseBrief } from './parse.ts'
import { printBrief } from './print.ts'

const PASSAGES: Readonly<Record<string, string>> = {
  an_1: 'The wall may hold for a year, it may hold for ten',
  an_2: 'First paragraph.\nSecond paragraph.',
  an_3: '“We go,” he said. “Not now.”',
  an_4: '我们走吧，不等了',
}
const parse = (markdown: string) =>
  parseBrief(markdown, {
    name: 'Untitled',
    passageOf: (id, version) => {
      const exact = PASSAGES[id]
      return exact === undefined || version === 9 ? null : { anchorId: `anc_${id}`, exact }
    },
  })
const quote = (markdown: string): LinkedQuote | undefined => linkedQuotes(parse(markdown))[0]
const inlines = (markdown: string): readonly Inline[] => {
  const [first] = parse(markdown).root.children
  return first?.type === 'paragraph' ? first.children : []
}
const refusal = (markdown: string): Failure | null => {
  try {
    parse(markdown)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  return null
}

describe('a linked quote', () => {
  it('is plain when its words are the passage', () => {
    expect(quote(`:quote[${PASSAGES['an_1']}]{#an_1}`)).toEqual({
      type: 'linked-quote',
      version: 1,
      annotation: 'an_1',
      anchor: 'anc_an_1',
      pin: null,
      alterations: [],
      shown: PASSAGES['an_1'],
      translation: null,
      emphasis: [],
    })
  })

  it.each([
    ['enclosing marks', ':quote[“The wall may hold for a year, it may hold for ten”]{#an_1}'],
    ['marks outside', '“:quote[The wall may hold for a year, it may hold for ten]{#an_1}”'],
    ['a soft line ending', ':quote[The wall may hold\nfor a year, it may hold for ten]{#an_1}'],
    ['no words', ':quote[]{#an_1}'],
    ['a block', ':::quote{#an_1}\n“The wall may hold for a year,\nit may hold for ten” [@key]\n:::'],
    ['paragraphs', ':::quote{#an_2}\nFirst paragraph.\n\nSecond paragraph.\n:::'],
    ['a soft line ending at a paragraph’s end', ':quote[First paragraph.\nSecond paragraph.]{#an_2}'],
    ['Han over lines', ':quote[我们走吧，\n不等了]{#an_4}'],
  ])('is plain with %s', (_, markdown) => {
    expect(quote(markdown)).toMatchObject({ alterations: [] })
    expect(quote(markdown)?.asWritten).toBeUndefined()
  })

  it('has alterations when marked ones are the only difference', () => {
    expect(quote(':quote[[t]he wall may hold […] for ten]{#an_1}')).toMatchObject({
      shown: '[t]he wall may hold […] for ten',
      alterations: [{ kind: 'capital' }, { kind: 'omission' }],
    })
  })

  it('keeps other words as they were written', () => {
    const asWritten = 'The wall may hold for a month'
    expect(quote(`:quote[${asWritten}]{#an_1}`)).toMatchObject({
      asWritten,
      shown: PASSAGES['an_1'],
      alterations: [],
    })
  })

  it('carries its version, a translation and emphasis', () => {
    expect(quote(':quote[Die Mauer *mag* halten]{#an_1 version=2 translation}')).toMatchObject({
      pin: 2,
      translation: 'Die Mauer mag halten',
      shown: PASSAGES['an_1'],
      emphasis: [{ start: 10, end: 13, format: 2 }],
    })
  })

  it('gets a pair of marks in print when its words bring their own', () => {
    const printed = printBrief(parse(':quote[““We go,” he said. “Not now.””]{#an_3}'))
    expect(printed).toContain(':quote[“We go,” he said. “Not now.”]{#an_3}')
    expect(printBrief(parse(':quote[“‘We go’”]{#an_3}'))).toContain(':quote[“‘We go’”]{#an_3}')
  })

  it('leaves citations and a name line behind it', () => {
    expect(
      printBrief(
        parse(':::quote{#an_2}\nFirst paragraph.\n\nSecond paragraph.\n\n— *Teague*, chair [@key]\n:::'),
      ),
    ).toContain('Second paragraph.\n:::\n\n— Teague, chair [@key]\n')
  })
})

describe('what cannot be stored is refused', () => {
  it('names every unknown annotation', () => {
    const failure = refusal(':quote[a]{#an_8} :quote[b]{#an_1 version=9}\n\n:::quote{#an_7}\nc\n:::')
    expect(failure).toMatchObject({
      reason: 'unknown-annotation',
      detail: { annotations: ['an_8', 'an_1 (version 9)', 'an_7'] },
    })
    expect(failure?.message).toContain('“an_8”, “an_1 (version 9)”, “an_7”')
  })

  it('finds a block quote that is never closed, and bad front matter', () => {
    expect(refusal(':::quote{#an_1}\nwords\n\nmore')?.reason).toBe('unclosed-quote')
    expect(refusal('---\ntitle: [\n---\n')?.reason).toBe('bad-front-matter')
    expect(refusal('---\n- a\n---\n')?.reason).toBe('bad-front-matter')
    expect(refusal('---\ntitle: *Not* so\n---\n')?.reason).toBe('bad-front-matter')
    expect(refusal('---\nnote: *important*\n---\n')?.reason).toBe('bad-front-matter')
    expect(refusal('---\na: &a [*a]\n---\n')?.reason).toBe('bad-front-matter')
  })

  it('stops at nesting that no draft has', () => {
    expect(refusal(`${'> '.repeat(1000)}a`)?.reason).toBe('too-deep')
    expect(refusal(`${'*a '.repeat(300)}b${'*'.repeat(300)}`)?.reason).toBe('too-deep')
  })

  it('reads many unfinished directives in a moment', () => {
    const started = performance.now()
    parse(':quote[a]{#x '.repeat(2000) + ':quote['.repeat(2000) + '[@a '.repeat(2000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('prose stays prose', () => {
  it.each([
    'At 10:30 a:b :smile: x:quote and :quote[no id] or :other[x]{#an_1}',
    ':::note\nx\n:::',
    '<b>bold</b> <!-- not hidden --> &copy; is a sign',
    '<div>\n<script>alert(1)</script>\n</div>',
    'a@b.c and @key and [key] and [^none]',
    '::quote[x]{#an_1}',
  ])('%j', (markdown) => {
    const text = markdown.replace('&copy;', '©').replaceAll('\n', ' ')
    expect(briefText(parse(markdown))).toBe(text)
    expect(briefText(parse(printBrief(parse(markdown))))).toBe(text)
  })

  it('shows a definition that nothing uses, and uses the others', () => {
    expect(briefText(parse('[a][b] c\n\n[b]: https://x.y\n[z]: https://unused.z'))).toBe(
      'a c\n[z]: https://unused.z',
    )
    expect(inlines('[a][b]\n\n[b]: https://x.y "t"')).toMatchObject([
      { type: 'link', url: 'https://x.y', title: 't' },
    ])
  })
})

describe('citations', () => {
  it('are read as Pandoc reads them', () => {
    expect(inlines('[see @one, pp. 3–5, and *more*; -@two; @{a b}]')).toMatchObject([
      { type: 'text', text: '[see @one, pp. 3–5, and ' },
      { type: 'text', format: 2 },
      { type: 'text' },
    ])
    expect(inlines('[see @one, pp. 3–5, and more; -@two ¶ 4; @{http://x.y}]')).toEqual([
      {
        type: 'citation',
        version: 1,
        items: [
          { citekey: 'one', locator: 'pp. 3–5', prefix: 'see', suffix: ', and more', suppressAuthor: false },
          { citekey: 'two', locator: '¶ 4', prefix: '', suffix: '', suppressAuthor: true },
          { citekey: 'http://x.y', locator: null, prefix: '', suffix: '', suppressAuthor: false },
        ],
      },
    ])
  })

  it.each(['\\[@one]', '`[@one]`', '[@one](https://x.y)', '[a@b.c]', '[@]', '[@ one]'])(
    'are not in %s',
    (markdown) => {
      expect(JSON.stringify(parse(markdown))).not.toContain('"citation"')
    },
  )
})

describe('title, language and style', () => {
  it('have a title of one line', () => {
    expect(parse('---\ntitle: |\n  Two\n  lines\n---\nx').title).toBe('Two lines')
  })

  it('come from the front matter, which is kept', () => {
    const brief = parse('---\ntitle: 2024\nlang: de\ncitation-style: apa\nauthor: [A, B]\n---\n\nText')
    expect(brief).toMatchObject({
      title: '2024',
      language: 'de',
      citationStyle: 'apa',
      extra: { author: ['A', 'B'] },
    })
    expect(parse(printBrief(brief))).toEqual(brief)
  })

  it('take the first heading, else the name', () => {
    expect(parse('# *The* wall\n\nText').title).toBe('The wall')
    expect(parse('Text').title).toBe('Untitled')
  })
})

describe('blocks', () => {
  it('are the same with any line endings', () => {
    const lines = [
      '---',
      'title: T',
      '---',
      '',
      'a',
      'b',
      '',
      '```js',
      'c',
      'd',
      '```',
      '',
      ':::quote{#an_2}',
      'First paragraph.',
      '',
      'Second paragraph.',
      ':::',
    ]
    const brief = parse(lines.join('\n'))
    expect(parse(lines.join('\r\n'))).toEqual(brief)
    expect(parse(`\uFEFF${lines.join('\r')}`)).toEqual(brief)
    expect(briefText(brief)).toBe('a b\nc\nd\nFirst paragraph.\nSecond paragraph.')
  })

  it('nest lists as Lexical does', () => {
    const [list] = parse('- a\n  - b\n- [x] c').root.children
    expect(list).toMatchObject({
      listType: 'check',
      children: [
        { value: 1, children: [{ text: 'a' }] },
        { value: 2, children: [{ type: 'list' }] },
        { value: 2, checked: true, children: [{ text: 'c' }] },
      ],
    })
  })

  it('keep an item that holds nothing but a list', () => {
    const brief = parse('- a\n- - b\n- c')
    expect(printBrief(brief)).toContain('- a\n- - b\n- c')
    expect(parse(printBrief(brief))).toEqual(brief)
  })

  it('keep the text of a table, its alignment and line breaks', () => {
    const brief = parse('| a | b |\n|:-:|--|\n| 1&#10;2 | “x” |')
    expect(briefText(brief)).toBe('a\tb\n1\n2\t“x”')
    expect(printBrief(brief)).toContain('| 1&#xA;2 | “x” |')
  })

  it('put footnotes last', () => {
    expect(briefText(parse('a[^n] b\n\n[^n]: Note.\n\nc'))).toBe('a b\nc\nNote.')
  })
})

describe('a brief as a draft', () => {
  it('gives offsets in its text', () => {
    const brief = parse(
      '---\nlang: fr\n---\n\n# “Head”\n\nIl dit :quote[The wall]{#an_1} et “words \\* here” [@k].\n\n:::quote{#an_2}\nFirst paragraph.\n\nSecond paragraph.\n:::\n\n> Block *words*.\n\n- “item” `“code”`\n\n| “cell” |\n|--|\n\nx[^1]\n\n[^1]: “note”',
    )
    const draft = briefDraft(brief)
    const found = findQuotations(draft)
    expect(found.map(({ text, link }) => (link === null ? text : `${link.annotation}: ${text}`))).toEqual([
      'Head',
      'an_1: The wall',
      'words * here',
      'an_2: First paragraph.\nSecond paragraph.',
      'Block words.',
      'item',
      'cell',
      'note',
    ])
    for (const { text, start, end } of found) expect(draft.text.slice(start, end)).toBe(text)
    expect(draft.text).toContain('«\u00A0The wall\u00A0»')
  })

  it('leaves struck words out of the quotation around them', () => {
    const [found] = findQuotations(briefDraft(parse('He said “we will ~~not~~ go” [@k].')))
    expect(found?.text).toBe('we will go')
  })
})
