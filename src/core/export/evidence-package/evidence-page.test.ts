import type { BlockContent } from 'mdast'
import { expect, test } from 'vitest'
import { printEvidencePage } from './evidence-page.ts'

const page = (...blocks: BlockContent[]): string =>
  printEvidencePage({ title: 'Walls', language: 'en', date: '2024-03-14', blocks, notes: [] }, () => 'data:a')

test('a picture in a line of its own has its title below it, as text', () => {
  const picture: BlockContent = {
    type: 'paragraph',
    children: [{ type: 'image', url: '', alt: 'A wall', title: 'In <May> & June', data: { blob: 'b' } }],
  }
  expect(page(picture)).toContain(
    '<figure><img src="data:a" alt="A wall"><figcaption dir="auto">In &lt;May&gt; &amp; June</figcaption></figure>',
  )
})

test('a task stands beside its box', () => {
  const task: BlockContent = {
    type: 'list',
    children: [
      {
        type: 'listItem',
        checked: true,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Ask' }] }],
      },
    ],
  }
  expect(page(task)).toContain('<li class="task">☑ <p dir="auto">Ask</p>')
})
