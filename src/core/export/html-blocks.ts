import type { BlockContent, Blockquote, DefinitionContent, Image, List, ListItem, Table } from 'mdast'
import type { PhrasingContent, TableCell } from 'mdast'
import { quoteContext } from './html-context.ts'
import type { HtmlSetting } from './html-setting.ts'
import { differing } from './html-setting.ts'
import { captionOf, figuresOf } from './figures.ts'
import { languageTag, mannerOfBlock, mannerOfWords } from './manner.ts'
import { htmlImage, htmlSpans } from './html-spans.ts'
import type { HtmlAttributes, HtmlElement, HtmlName, HtmlNode } from './html-tree.ts'
import { element } from './html-tree.ts'
import { ownText, plainText, plainTextOf } from './printed-brief.ts'
import { levelAt } from './setting.ts'

type Blocks = readonly (BlockContent | DefinitionContent)[]

export const htmlBlocks = (blocks: Blocks, setting: HtmlSetting): readonly HtmlNode[] =>
  blocks.flatMap((block) => htmlBlock(block, setting))

function htmlBlock(block: BlockContent | DefinitionContent, setting: HtmlSetting): readonly HtmlNode[] {
  switch (block.type) {
    case 'paragraph': {
      const figures = figuresOf(block)
      if (figures !== null) return figures.map((image) => figure(image, setting))
      return unfolding(setting, (inside) => line('p', block.children, inside))
    }
    case 'heading': {
      const level = Math.min(6, levelAt(block.depth, setting.headings) + setting.top - 1)
      const number = setting.places.numberOf(block)
      const id = number === null ? null : `section-${number}`
      return unfolding(setting, (inside) => line(`h${level}` as HtmlName, block.children, inside, { id }))
    }
    case 'blockquote':
      return unfolding(setting, (inside) => blockQuotation(block, inside))
    case 'list':
      return [list(block, setting)]
    case 'table':
      return unfolding(setting, (inside) => table(block, inside))
    case 'code':
      // Long lines scroll: by the keyboard too.
      return [element('pre', { dir: 'ltr', tabindex: '0' }, element('code', {}, block.value))]
    case 'thematicBreak':
      return [element('hr', {})]
    default:
      throw new Error(`A brief holds no ${block.type}.`)
  }
}

/** A block, and below the outermost one the sources of the linked quotes in it. */
function unfolding(setting: HtmlSetting, print: (inside: HtmlSetting) => HtmlElement): readonly HtmlNode[] {
  if (setting.within) return [print(setting)]
  const inside: HtmlSetting = { ...setting, quotes: [], within: true }
  const block = print(inside)
  return [block, ...inside.quotes.map((quote) => quoteContext(quote, setting))]
}

function line(
  name: HtmlName,
  children: readonly PhrasingContent[],
  setting: HtmlSetting,
  attributes: HtmlAttributes = {},
): HtmlElement {
  const manner = mannerOfBlock(ownText(children), setting.manner)
  const inner = htmlSpans(children, { ...setting, manner })
  return element(name, { ...attributes, ...differing(manner, setting.manner) }, ...inner)
}

function figure(image: Image, setting: HtmlSetting): HtmlElement {
  const title = captionOf(image)
  const shown = htmlImage({ ...image, title: null }, setting)
  if (title === null) return element('figure', {}, shown)
  const manner = mannerOfBlock(title, setting.manner)
  return element('figure', {}, shown, element('figcaption', differing(manner, setting.manner), title))
}

function blockQuotation(block: Blockquote, setting: HtmlSetting): HtmlElement {
  const quote = block.data?.quote
  const text = plainTextOf(block.children)
  if (quote === undefined) {
    const manner = mannerOfBlock(text, setting.manner)
    const inner = htmlBlocks(block.children, { ...setting, manner })
    return element('blockquote', differing(manner, setting.manner), ...inner)
  }
  setting.quotes.push(quote)
  const language = languageTag(block.data?.language ?? null)
  const manner = mannerOfWords(text, language, setting.manner)
  return element(
    'blockquote',
    {
      class: 'quote',
      'data-annotation': quote.annotation,
      'data-verdict': setting.evidence.context(quote).verdict,
      ...differing(manner, setting.manner),
    },
    ...htmlBlocks(block.children, { ...setting, manner }),
  )
}

function list(block: List, setting: HtmlSetting): HtmlElement {
  const manner = mannerOfBlock(plainText(block), setting.manner)
  const inside = { ...setting, manner }
  const items = block.children.map((item) => listItem(item, block.spread !== true, inside))
  const attributes = differing(manner, setting.manner)
  if (block.ordered !== true) return element('ul', attributes, ...items)
  const start = block.start ?? 1
  return element('ol', { start: start === 1 ? null : String(start), ...attributes }, ...items)
}

function listItem({ checked, children }: ListItem, tight: boolean, setting: HtmlSetting): HtmlElement {
  const blocks = children.flatMap((child): readonly HtmlNode[] => {
    if (!tight || child.type !== 'paragraph') return htmlBlock(child, setting)
    const [first, ...contexts] = unfolding(setting, (inside) => line('div', child.children, inside))
    // The only line of an item needs no element of its own.
    const plain =
      typeof first === 'object' && Object.values(first.attributes).every((value) => value === null)
    return [...(plain ? first.children : first === undefined ? [] : [first]), ...contexts]
  })
  if (typeof checked !== 'boolean') return element('li', {}, ...blocks)
  const box = {
    type: 'checkbox',
    disabled: '',
    checked: checked ? '' : null,
    'aria-label': checked ? 'Done' : 'Open',
  }
  return element('li', { class: 'task' }, element('input', box), ' ', ...blocks)
}

/** Scrolls by itself where it is wider than the page: by the keyboard too. */
function table(block: Table, setting: HtmlSetting): HtmlElement {
  const manner = mannerOfBlock(plainText(block), setting.manner)
  const inside = { ...setting, manner }
  const rows = block.children.map((row, at) => {
    const heads = at === 0 && block.data?.headless !== true
    const cells = row.children.map((cell, column) =>
      tableCell(
        cell,
        heads ? 'col' : cell.data?.header === true ? 'row' : null,
        { align: block.align?.[column] ?? null, columns: row.children.length },
        inside,
      ),
    )
    return element('tr', {}, ...cells)
  })
  const head = block.data?.headless === true ? 0 : 1
  const parts = [
    ...(head === 0 ? [] : [element('thead', {}, ...rows.slice(0, head))]),
    ...(rows.length > head ? [element('tbody', {}, ...rows.slice(head))] : []),
  ]
  const region = { class: 'table', role: 'region', 'aria-label': 'Table', tabindex: '0' }
  // A sheet of paper cannot be scrolled.
  const crowded = block.children.some(({ children }) => children.length > 7) ? 'crowded' : null
  return element(
    'div',
    region,
    element('table', { class: crowded, ...differing(manner, setting.manner) }, ...parts),
  )
}

function tableCell(
  { children }: TableCell,
  scope: 'col' | 'row' | null,
  { align, columns }: { readonly align: string | null; readonly columns: number },
  setting: HtmlSetting,
): HtmlElement {
  // A long cell beside it would take the room that a date or a name needs.
  const short = plainTextOf(children).length <= Math.min(14, 60 / columns)
  const classes = [...(align === null ? [] : [`at-${align}`]), ...(short ? ['short'] : [])]
  const attributes = { scope, class: classes.length === 0 ? null : classes.join(' ') }
  return line(scope === null || children.length === 0 ? 'td' : 'th', children, setting, {
    ...attributes,
    scope: children.length === 0 ? null : scope,
  })
}
