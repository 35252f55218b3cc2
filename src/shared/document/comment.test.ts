import { expect, test } from 'vitest'
import { commentBlocks } from './comment.ts'

const text = (value: string) => ({ type: 'text', value })

test('emphasis, links, lists and quotations are blocks of a document', () => {
  expect(
    commentBlocks('Ask *her* at [the port](https://port.example/).\n\n- [x] one\n- two\n\n> three'),
  ).toEqual([
    {
      type: 'paragraph',
      children: [
        text('Ask '),
        { type: 'emphasis', children: [text('her')] },
        text(' at '),
        { type: 'link', href: 'https://port.example/', children: [text('the port')] },
        text('.'),
      ],
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: [
        { type: 'list-item', checked: true, children: [{ type: 'paragraph', children: [text('one')] }] },
        { type: 'list-item', checked: null, children: [{ type: 'paragraph', children: [text('two')] }] },
      ],
    },
    { type: 'quotation', children: [{ type: 'paragraph', children: [text('three')] }] },
  ])
})

test('nothing of a comment can run', () => {
  expect(commentBlocks('<script>x()</script>')).toEqual([
    { type: 'paragraph', children: [text('<script>x()</script>')] },
  ])
  expect(commentBlocks('[a](javascript:x) <b>c</b>')).toEqual([
    { type: 'paragraph', children: [text('a'), text(' '), text('<b>'), text('c'), text('</b>')] },
  ])
})

test('what has no form here stands as it was typed', () => {
  expect(commentBlocks('| a |\n| - |\n| b |')).toEqual([
    { type: 'paragraph', children: [text('| a |\n| - |\n| b |')] },
  ])
  expect(commentBlocks('![a picture](x.png)')).toEqual([{ type: 'paragraph', children: [text('a picture')] }])
})

test('markup nested by the thousand is shown all the same', () => {
  const words = `${'> '.repeat(4000)}deep`
  expect(JSON.stringify(commentBlocks(words))).toContain('deep')
})
