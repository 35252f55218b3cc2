// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { WrittenSheet } from './fixtures/written-sheet.ts'

test.each([
  ['# One', '# One'],
  ['###### One', '###### One'],
  ['- One\nTwo', '- One\n- Two'],
  ['* One', '- One'],
  ['1. One\nTwo', '1. One\n2. Two'],
  ['- [ ] One\nTwo', '- [ ] One\n- [ ] Two'],
  ['[] One', '- [ ] One'],
  ['- [x] One', '- [x] One'],
  ['> One\nTwo\n\nThree', '> One\n>\n> Two\n\nThree'],
  ['```ts const a\n# b', '```ts\nconst a\n# b\n```'],
  ['```ts\na\n\n\nb', '```ts\na\n```\n\nb'],
  ['One\n---\nTwo', 'One\n\n---\n\nTwo'],
  ['a **bold** b', 'a **bold** b'],
  ['a *it* and _em_ b', 'a *it* and *em* b'],
  ['a `co*de*` b', 'a `co*de*` b'],
  ['a ~~gone~~ b', 'a ~~gone~~ b'],
  ['a **b** *c*~~d~~ e', 'a **b** *c*~~d~~ e'],
  ['a [text](example.org) b', 'a [text](https://example.org/) b'],
])('what is typed as %j becomes %j', (typed, markdown) => {
  const sheet = new WrittenSheet().type(typed)
  expect(sheet.markdown).toBe(markdown)
  expect(sheet.again).toBe(markdown)
})

test.each([
  'a # b',
  '#One',
  '2 * 3 * 4',
  'snake_case_name',
  '- - One'.slice(0, 2),
  'a ** b **',
  '`unclosed',
  '[text](javascript:alert(1))',
  '1984. One',
  '~~~',
])('ordinary words stay words: %j', (typed) => {
  const { root } = new WrittenSheet().type(`x\n${typed}`)
  if (typed === '- ') return
  expect(root.children.at(-1)).toMatchObject({ type: 'paragraph', children: [{ text: typed, format: 0 }] })
})

test.each([
  ['# ', '# '],
  ['- ', '- '],
  ['> ', '> '],
  ['a **b**', 'a **b**'],
  ['`c`', '`c`'],
  ['[t](example.org)', '[t](example.org)'],
])('undo right after %j gives the typed characters back, once', (typed, back) => {
  const sheet = new WrittenSheet().type(typed).undo()
  expect(sheet.root.children).toMatchObject([{ type: 'paragraph', children: [{ text: back, format: 0 }] }])
  expect(sheet.type('x').root.children).toMatchObject([
    { type: 'paragraph', children: [{ text: `${back}x` }] },
  ])
})

test('marks in code and in the cells of a table say nothing of blocks', () => {
  expect(new WrittenSheet('```\n\n```').type('**a** # - ').markdown).toBe('```\n**a** # - \n```')
  expect(new WrittenSheet('| a |\n| - |\n| b |').select('b').type(' - # c').markdown).toContain('| b - # c |')
})
