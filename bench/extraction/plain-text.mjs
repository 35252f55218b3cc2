// The words of HTML and of Markdown, a line a block: what the extractors' results are compared as.
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parseFragment } from 'parse5'

const BLOCKS = new Set(
  `address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
  h6 header hr li main nav ol p pre section summary table caption td th tr ul`.split(/\s+/),
)
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe'])

export function textOfHtml(html) {
  const pieces = []
  const waiting = [parseFragment(html)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') pieces.push(node)
    else if (node.nodeName === '#text') pieces.push(node.value)
    else if (!SILENT.has(node.nodeName)) {
      const block = BLOCKS.has(node.nodeName)
      if (block) waiting.push('\n')
      waiting.push(...(node.childNodes ?? []).toReversed())
      if (block) waiting.push('\n')
    }
  }
  return pieces.join('')
}

/** Without the front matter, which Defuddle's fixtures keep in a fenced block of JSON. */
export function textOfMarkdown(markdown) {
  const tree = fromMarkdown(markdown.replace(/^```json\n.*?\n```\n/s, ''), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  return textOfNode(tree)
}

const INLINE = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'linkReference'])

function textOfNode(node) {
  if (node.type === 'html') return textOfHtml(node.value)
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference') return ''
  const words = node.value ?? (node.children ?? []).map(textOfNode).join('')
  return INLINE.has(node.type) ? words : `${words}\n`
}
