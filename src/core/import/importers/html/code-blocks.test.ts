import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../shared/document/blocks.ts'
import { DocumentSchema } from '../../../../shared/document/schema.ts'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const WORDS =
  'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall.'
/** A page of one article, so that everything goes through the search for it too. */
const story = (inside: string): string =>
  `<!doctype html><title>Port stays open</title><body><article><h1>Port stays open</h1><p>${WORDS} ${WORDS}</p>
  ${inside}<p>${WORDS} ${WORDS} ${WORDS}</p></article>`
const documentOf = (html: string) => DocumentSchema.parse(readHtml({ text: html, name: 'a.html' }).document)
const lines = (inside: string): string[] =>
  deriveText(documentOf(story(inside)))
    .text.split('\n')
    .filter((line) => !line.startsWith(WORDS))
const blocks = (inside: string): Block[] =>
  documentOf(story(inside)).children.filter((block) => !JSON.stringify(block).includes(WORDS))

const CODE = 'for x in y:\n    run(x)'

describe('code', () => {
  it.each([
    ['alone', `<pre><code class="language-python">${CODE}</code></pre>`],
    ['in a named box', `<div class="highlight-source-python"><pre>${CODE}</pre></div>`],
    [
      'in a documentation',
      `<div class="highlight-python notranslate"><div class="highlight"><pre><span></span>${CODE}</pre></div></div>`,
    ],
    ['with data about it', `<pre data-lang=python><code>${CODE}</code></pre>`],
    ['by an old highlighter', `<pre class="brush: python; gutter: true">${CODE}</pre>`],
    [
      'beside its numbers in a table',
      `<div class="highlight python"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>${CODE}</pre></td></tr></table></div>`,
    ],
    [
      'in a table of lines',
      `<table class="highlight language-python"><tr><td class="blob-num" data-line-number=1></td><td class="blob-code">for x in y:</td></tr><tr><td class="blob-num" data-line-number=2>2</td><td class="blob-code">    run(x)</td></tr></table>`,
    ],
    [
      'with numbers among the lines',
      `<pre class="language-python"><code><span class="line-number">1</span>for x in y:\n<span class="lineno">2 </span>    run(x)</code><span class="line-numbers-rows" aria-hidden=true><span></span><span></span></span></pre>`,
    ],
    [
      'with numbers that cannot be copied',
      `<pre><code class=language-python><span style="-webkit-user-select:none;user-select:none"> 1</span>for x in y:\n<span style="user-select: none"> 2</span>    run(x)</code></pre>`,
    ],
    [
      'with a button to copy it',
      `<div class="code-block language-python"><button>Copy</button><div class="copy-code">Copy</div><pre>${CODE}</pre></div>`,
    ],
    [
      'in elements of a line each',
      `<pre class="language-python"><code><div class=line>for x in y:</div><div class=line>    run(x)</div></code></pre>`,
    ],
  ])('%s keeps its lines and language, and no numbers', (_, code) => {
    expect(lines(code)).toEqual(['for x in y:', ' run(x)'])
    expect(blocks(code)).toMatchObject([{ type: 'code', language: 'python' }])
  })

  it('keeps numbers that are its own', () => {
    expect(lines('<pre>1\n2\n3</pre>')).toEqual(['1', '2', '3'])
    expect(lines('<table><tr><th>Berth<th>Ships<tr><td>1<td>40<tr><td>2<td>50</table>')).toEqual([
      'Berth\tShips',
      '1\t40',
      '2\t50',
    ])
  })
})
