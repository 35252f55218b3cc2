import { describe, expect, it } from 'vitest'
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

const TEX = String.raw`\frac{a+b}{2}`
const MATH = `<math><semantics><mrow><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">${TEX}</annotation></semantics></math>`

describe('a formula', () => {
  it.each([
    ['MathML with TeX', MATH, TEX],
    ['MathML that reads like words', '<math><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'x=2'],
    [
      'MathML without TeX',
      '<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac><msqrt><mi>y</mi></msqrt></math>',
      'x^2+(a+b)/c√y',
    ],
    [
      'of KaTeX',
      `<span class="katex"><span class="katex-mathml">${MATH}</span><span class="katex-html" aria-hidden="true"><span class=base>a+b2</span></span></span>`,
      TEX,
    ],
    [
      'of MathJax 2',
      `<span class="MathJax_Preview" style="display:none">x</span><span class="MathJax" tabindex=0><nobr aria-hidden=true>a+b2</nobr></span><script type="math/tex">${TEX}</script>`,
      TEX,
    ],
    [
      'of MathJax 2 without its source',
      `<span class="MathJax" data-mathml='${MATH}'><nobr aria-hidden=true>a+b2</nobr></span>`,
      TEX,
    ],
    [
      'of MathJax 3',
      `<mjx-container class="MathJax" jax=SVG><svg><g></g></svg><mjx-assistive-mml>${MATH}</mjx-assistive-mml></mjx-container>`,
      TEX,
    ],
    [
      'of an encyclopedia',
      String.raw`<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display:none"><math alttext="{\displaystyle E=mc^{2}}"><mi>E</mi><mo>=</mo><msup><mi>m</mi><mn>2</mn></msup></math></span><img class="mwe-math-fallback-image-inline" alt="{\displaystyle E=mc^{2}}" src=x></span>`,
      'E=mc^{2}',
    ],
    [
      'that keeps its source',
      `<span class=math-inline data-math="${TEX}"><span class=katex><span class=katex-html aria-hidden=true>2a+b</span></span></span>`,
      TEX,
    ],
    ['that is a picture described by TeX', `<img src=eq.svg alt="${TEX}">`, TEX],
    ['that is a picture', '<img class="latex" src="latex.png" alt="AB \\neq BA">', String.raw`AB \neq BA`],
  ])('%s stands once among the words', (_, formula, words) => {
    expect(lines(`<p>We have ${formula} here.</p>`)).toEqual([`We have ${words} here.`])
  })

  it('on a line of its own is one', () => {
    expect(lines(`<p>We have</p>${MATH.replace('<math>', '<math display=block>')}<p>so it is.</p>`)).toEqual([
      'We have',
      TEX,
      'so it is.',
    ])
  })

  it('that hides a page gives words alone', () => {
    expect(lines('<p>We <math><mtext>a<script>run()</script><b>b</b></mtext></math> here.</p>')).toEqual([
      'We ab here.',
    ])
  })
})

it('of very many typeset elements is read in seconds', () => {
  const started = performance.now()
  lines(`<p>${'<span class=katex>a</span>'.repeat(20_000)}${'<span class=katex>'.repeat(20_000)}</p>`)
  expect(performance.now() - started).toBeLessThan(8000)
})
