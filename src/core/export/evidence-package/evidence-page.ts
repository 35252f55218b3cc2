import type { BlockContent, Image, ListItem, PhrasingContent, Table } from 'mdast'
import { captionOf, figuresOf } from '../figures.ts'
import { beginsWithTitle } from '../markdown-tree.ts'
import type { PrintedBrief } from '../printed-brief.ts'
import { PAGE_STYLE } from './page-style.ts'
import { wellFormed } from './well-formed.ts'

/**
 * A brief as one page of HTML that needs nothing else: no script, no address that
 * is fetched. Every character that an author typed is text, never markup.
 */
export function printEvidencePage(brief: PrintedBrief, image: (blob: string) => string | null): string {
  const printer = new PagePrinter(image)
  const title =
    beginsWithTitle(brief.title, brief.blocks) || brief.title === ''
      ? ''
      : `<h1>${textOf(brief.title)}</h1>\n`
  const notes = brief.notes.map(
    ({ blocks }, index) => `<li id="note-${index + 1}">${printer.blocks(blocks)}</li>\n`,
  )
  const language = brief.language === null ? '' : ` lang="${attributeOf(brief.language)}"`
  return `<!doctype html>
<html${language} dir="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${textOf(brief.title === '' ? 'Brief' : brief.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${title}${printer.blocks(brief.blocks)}${notes.length === 0 ? '' : `<hr>\n<ol class="notes">\n${notes.join('')}</ol>\n`}</main>
</body>
</html>
`
}

class PagePrinter {
  readonly #image: (blob: string) => string | null
  readonly #referred = new Set<string>()

  constructor(image: (blob: string) => string | null) {
    this.#image = image
  }

  blocks(blocks: readonly BlockContent[]): string {
    return blocks.map((block) => this.#block(block)).join('')
  }

  #block(block: BlockContent): string {
    switch (block.type) {
      case 'paragraph':
        return (
          figuresOf(block)
            ?.map((image) => this.#figure(image))
            .join('') ?? `<p dir="auto">${this.#spans(block.children)}</p>\n`
        )
      case 'heading':
        return `<h${block.depth} dir="auto">${this.#spans(block.children)}</h${block.depth}>\n`
      case 'blockquote':
        return `<blockquote${langOf(block.data?.language)}>\n${block.children.map((child) => this.#block(child as BlockContent)).join('')}</blockquote>\n`
      case 'list': {
        const [tag, start] = [block.ordered === true ? 'ol' : 'ul', block.start ?? 1]
        const from = tag === 'ol' && start !== 1 ? ` start="${start}"` : ''
        return `<${tag}${from}>\n${block.children.map((item) => this.#item(item)).join('')}</${tag}>\n`
      }
      case 'table':
        return this.#table(block)
      case 'code':
        return `<pre dir="auto" tabindex="0"><code>${textOf(block.value)}</code></pre>\n`
      case 'thematicBreak':
        return '<hr>\n'
      default:
        throw new Error(`A brief has no ${block.type}.`)
    }
  }

  #figure(image: Image): string {
    const title = captionOf(image)
    const caption = title === null ? '' : `<figcaption dir="auto">${textOf(title)}</figcaption>`
    return `<figure>${this.#span(image)}${caption}</figure>\n`
  }

  #item({ checked, children }: ListItem): string {
    const box = checked === null || checked === undefined ? '' : checked ? '☑ ' : '☐ '
    const task = box === '' ? '' : ' class="task"'
    return `<li${task}>${box}${children.map((child) => this.#block(child as BlockContent)).join('')}</li>\n`
  }

  #table({ align, children, data }: Table): string {
    const rows = children.map((row, index) => {
      const tag = index === 0 && data?.headless !== true ? 'th' : 'td'
      const cells = row.children.map((cell, column) => {
        const side = align?.[column]
        return `<${tag} dir="auto"${side ? ` style="text-align:${side}"` : ''}>${this.#spans(cell.children)}</${tag}>`
      })
      return `<tr>${cells.join('')}</tr>\n`
    })
    return `<table>\n${rows.join('')}</table>\n`
  }

  #spans(spans: readonly PhrasingContent[]): string {
    return spans.map((span) => this.#span(span)).join('')
  }

  #span(span: PhrasingContent): string {
    switch (span.type) {
      case 'text':
        return textOf(span.value)
      case 'inlineCode':
        return `<code>${textOf(span.value)}</code>`
      case 'break':
        return '<br>\n'
      case 'emphasis':
        return `<em>${this.#spans(span.children)}</em>`
      case 'strong':
        return `<strong>${this.#spans(span.children)}</strong>`
      case 'delete':
        return `<s>${this.#spans(span.children)}</s>`
      case 'quotedWords':
        return `<span${langOf(span.language)}>${this.#spans(span.children)}</span>`
      case 'citedWords':
        return `<cite>${this.#spans(span.children)}</cite>`
      case 'dressedWords':
        return this.#dressed(span.dress, this.#spans(span.children))
      case 'link':
        return this.#link(span.url, this.#spans(span.children))
      case 'image': {
        const data = span.data?.blob === undefined ? null : this.#image(span.data.blob)
        const alt = attributeOf(span.alt ?? '')
        return data === null ? textOf(span.alt ?? '') : `<img src="${data}" alt="${alt}">`
      }
      case 'footnoteReference':
        return this.#reference(span.identifier)
      default:
        throw new Error(`A brief has no ${span.type}.`)
    }
  }

  #dressed(dress: 'superscript' | 'subscript' | 'small-caps' | 'underline', words: string): string {
    const tag = dress === 'superscript' ? 'sup' : dress === 'subscript' ? 'sub' : 'span'
    return tag === 'span' ? `<span class="${dress}">${words}</span>` : `<${tag}>${words}</${tag}>`
  }

  /** Web and mail addresses only; any other stays as words. */
  #link(url: string, words: string): string {
    return /^(?:https?|mailto):/iu.test(url)
      ? `<a href="${attributeOf(url)}" rel="noreferrer">${words}</a>`
      : words
  }

  #reference(number: string): string {
    const id = this.#referred.has(number) ? '' : ` id="ref-${number}"`
    this.#referred.add(number)
    return `<sup><a href="#note-${number}"${id}>${number}</a></sup>`
  }
}

const langOf = (language: string | null | undefined): string =>
  language ? ` lang="${attributeOf(language)}" dir="auto"` : ''

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const textOf = (text: string): string =>
  wellFormed(text).replaceAll(/[&<>]/gu, (sign) => ENTITIES[sign] ?? '')

const attributeOf = (text: string): string =>
  wellFormed(text).replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? '')
