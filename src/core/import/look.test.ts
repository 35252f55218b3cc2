import { expect, test } from 'vitest'
import { lookOf } from './look.ts'

const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const DATA = `data:image/gif;base64,${GIF.toString('base64')}`

const saved: Readonly<Record<string, Uint8Array>> = {
  'https://example.org/a/quay.gif': GIF,
  'https://example.org/a/page.css': Buffer.from('h1 { background: url(quay.gif) }'),
}
const lookIn = (body: string): string =>
  lookOf({
    text: `<!doctype html><title>Quay</title>${body}`,
    resources: (address) => saved[address] ?? null,
    base: 'https://example.org/a/page.html',
  })

test('pictures and style sheets that were saved with a page stand in it', () => {
  const look = lookIn(
    '<link rel=stylesheet href=page.css><h1>Quay</h1><img src="quay.gif" srcset="far.gif 2x">',
  )
  expect(look).toContain(`<style>h1 { background: url("${DATA}") }</style>`)
  expect(look).toContain(`<img src="${DATA}">`)
  expect(look).not.toContain('far.gif')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data=x.swf></object>',
  '<meta http-equiv=refresh content="0;url=https://example.org/">',
  '<base href="https://example.org/">',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<svg><script>alert(1)</script></svg>',
  '<body onload=alert(1)>',
])('nothing that runs or leads away is left of %s', (body) => {
  expect(lookIn(`${body}<p>Words</p>`)).not.toMatch(/alert|http|<script|<iframe|<object|<base/)
})

test('what was not saved stays away, and its description stays', () => {
  const look = lookIn(
    '<img src="https://example.org/far.png" alt="A harbour"><p style="background:url(//x/y.png)">',
  )
  expect(look).toContain('<img alt="A harbour">')
  expect(look).not.toContain('far.png')
  expect(look).not.toContain('y.png')
})

test('a link leads nowhere but inside its page', () => {
  const look = lookIn('<a href="https://example.org/">A</a><a href="#b" target="_self">B</a>')
  expect(look).toContain('<a href="https://example.org/" target="_blank">')
  expect(look).toContain('<a href="#b" target="_self">')
})

test('a page without any address is shown too', () => {
  expect(lookOf({ text: '<p style="color: red">A', resources: () => null, base: null })).toContain(
    'color: red',
  )
})

test('a style sheet that lies beside the page names pictures by where it lies itself', () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'page_files/css/page.css': Buffer.from(
      'h1 { background: url(../quay@2x.gif) } p { background: url(//x/y.gif) }',
    ),
    'page_files/quay@2x.gif': GIF,
  }
  const look = lookOf({
    text: '<link rel=stylesheet href="page_files/css/page.css"><h1>Quay</h1>',
    resources: (address) => files[address] ?? null,
    base: null,
  })
  expect(look).toContain(`h1 { background: url("${DATA}") }`)
  expect(look).toContain('p { background: url("data:,") }')
})
