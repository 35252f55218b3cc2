import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeginsAnew, LightDocument } from './light-dom.ts'
import type { PageElement, PageNode } from './page.ts'
import { firstNamed, parsePage } from './page.ts'
import type { DomDocument } from './readability-copy.ts'
import { readable, readableIn, wholeDocument } from './readability-copy.ts'

const TITLE = 'The lake is half full: Tarrin Observer'
const bodyOf = (html: string): PageElement => {
  const body = firstNamed(parsePage(html), 'body')
  if (body === null) throw new Error('no body')
  return body
}
const light = (): DomDocument => new LightDocument(TITLE) as unknown as DomDocument

/** What was found, as markup with what the page says of each element. */
function shown(node: PageNode): string {
  if (node.kind === 'text') return node.value
  const marks = Array.from(node.attributes, ([name, value]) => ` ${name}=${value}`).join('')
  return `<${node.name}${marks} ${String(node.start)}>${node.children.map(shown).join('')}</>`
}
const found = (article: PageElement | null): string | null => (article === null ? null : shown(article))

const words = fc
  .array(fc.constantFrom('the', 'lake,', 'is', 'half', 'full.', 'we', 'will', 'not', 'empty', 'it'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.join(' '))
const marks = fc.constantFrom(
  '',
  ' class="story-body  story-body big"',
  ' class=" sidebar comment "',
  ' id=article',
  ' style="color: red; display : none"',
  ' style="visibility:hidden;"',
  ' style="DISPLAY:none"',
  ' role=dialog',
  ' hidden',
  ' rel=author class=byline',
)
const name = fc.constantFrom(
  'div',
  'p',
  'section',
  'article',
  'h1',
  'h2',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'span',
  'a href="/a"',
  'a href="javascript:x()"',
  'blockquote',
  'figure',
  'em',
  'form',
  'aside',
  'font',
  'pre',
)
const { tree } = fc.letrec<{ tree: string; branch: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    words,
    fc.constantFrom('<br>', '<br><br>', '<img src=a.jpg>', '<hr>', ' '),
    tie('branch'),
    tie('branch'),
  ),
  branch: fc
    .tuple(name, marks, fc.array(tie('tree'), { maxLength: 6 }))
    .map(([tag, mark, inside]) => `<${tag}${mark}>${inside.join('')}</${tag.split(' ')[0] ?? ''}>`),
}))

describe('the light document', () => {
  it('gives Readability’s article like a whole document model, or leaves it to that', () => {
    let alike = 0
    fc.assert(
      fc.property(fc.array(tree, { minLength: 3, maxLength: 12 }), (parts) => {
        const body = bodyOf(`<body>${parts.join('')}`)
        const expected = found(readableIn(wholeDocument(TITLE), body))
        expect(found(readable(body, TITLE))).toBe(expected)
        try {
          expect(found(readableIn(light(), body))).toBe(expected)
          alike += 1
        } catch (error) {
          if (!(error instanceof BeginsAnew)) throw error
        }
      }),
      { numRuns: 100 },
    )
    expect(alike).toBeGreaterThan(10)
  })

  it('moves, replaces and removes nodes with their neighbours', () => {
    const document = new LightDocument('T')
    const [a, b, c] = [
      document.createElement('p'),
      document.createTextNode('b'),
      document.createElement('DIV'),
    ]
    for (const node of [a, b, c]) document.body.appendChild(node)
    expect(a.nextElementSibling).toBe(c)
    expect(c.previousElementSibling).toBe(a)
    document.body.replaceChild(c, a)
    expect(document.body.childNodes).toEqual([c, b])
    expect([c.previousSibling, c.nextSibling, b.previousSibling, a.parentNode]).toEqual([null, b, c, null])
    c.appendChild(b)
    expect([document.body.lastChild, c.textContent, document.body.querySelectorAll('p,div')]).toEqual([
      c,
      'b',
      [c],
    ])
    c.remove()
    expect([document.body.firstChild, document.body.lastChild]).toEqual([null, null])
  })
})
