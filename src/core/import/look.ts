import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { parse, serialize } from 'parse5'
import { append } from './append.ts'
import type { SavedPage } from './extraction.ts'
import { addressesIn } from './importers/html/image-addresses.ts'
import { pictureIn } from './picture.ts'

/** What runs, leads away, or is another page. The frame that shows the page denies all of it too. */
const LEFT_OUT = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base', 'portal'])
/** In bytes, of all that is put into one page. */
const LARGEST_SUM = 100 * 1024 * 1024
const IN_STYLE = /url\(\s*(["']?)([^"')]{1,4000})\1\s*\)/gi

/**
 * A saved page as it was, in one text of HTML: pictures, styles and fonts that were saved with it stand in it as data,
 * what runs is gone, and what was not saved stays away. Nothing is fetched.
 */
export function lookOf(page: SavedPage): string {
  const tree = parse(page.text, { scriptingEnabled: false })
  const data = new Data(page)
  const waiting: Tree.ParentNode[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    node.childNodes = node.childNodes.filter(isKept)
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue
      complete(child, data)
      if ('content' in child) waiting.push(child.content)
    }
    append(
      waiting,
      node.childNodes.filter((child) => 'tagName' in child),
    )
  }
  return serialize(tree)
}

const isKept = (node: Tree.ChildNode): boolean =>
  !('tagName' in node) ||
  !(LEFT_OUT.has(node.tagName) || (node.tagName === 'meta' && attribute(node, 'http-equiv') !== null))

const attribute = ({ attrs }: Tree.Element, wanted: string): string | null =>
  attrs.find(({ name }) => name === wanted)?.value ?? null

const without = ({ attrs }: Tree.Element, names: readonly string[]): Tree.Element['attrs'] =>
  attrs.filter(({ name }) => !names.includes(name))

/** Puts into an element what it names, and takes away what would run. */
function complete(element: Tree.Element, data: Data): void {
  element.attrs = element.attrs.filter(({ name }) => !name.startsWith('on') && name !== 'srcdoc')
  const href = attribute(element, 'href')
  // A link asks for a window of its own, which the frame denies: the page stays where it is.
  if (href !== null && !href.startsWith('#'))
    element.attrs = [...without(element, ['target']), { name: 'target', value: '_blank' }]
  for (const each of element.attrs) if (each.name === 'style') each.value = data.inStyle(each.value, null)
  if (element.tagName === 'style') {
    for (const child of element.childNodes)
      if ('value' in child) child.value = data.inStyle(child.value, null)
  } else if (element.tagName === 'link') linked(element, data)
  else if (element.tagName === 'img' || element.tagName === 'source') pictured(element, data)
}

/** A style sheet that was saved with the page stands where its link stood. */
function linked(link: Tree.Element, data: Data): void {
  const href = attribute(link, 'href') ?? ''
  const isSheet = /\bstylesheet\b/i.test(attribute(link, 'rel') ?? '')
  const sheet = isSheet ? data.sheet(href) : null
  const media = attribute(link, 'media')
  link.attrs = sheet === null || media === null ? [] : [{ name: 'media', value: media }]
  if (sheet === null) return
  link.tagName = 'style'
  link.nodeName = 'style'
  link.childNodes = [
    { nodeName: '#text', value: sheet.replaceAll(/<\/style/gi, '<\\/style'), parentNode: link },
  ]
}

/** The first of its addresses that was saved; without one it keeps its place and its description. */
function pictured(element: Tree.Element, data: Data): void {
  const own = [attribute(element, 'src') ?? '', attribute(element, 'data-src') ?? '']
  const sets = ['srcset', 'data-srcset'].flatMap((name) => addressesIn(attribute(element, name) ?? ''))
  const found = [...sets, ...own].map((address) => data.address(address.trim(), null)).find(Boolean) ?? null
  element.attrs = without(element, ['src', 'srcset', 'loading', 'sizes'])
  if (found === null) return
  element.attrs.push({ name: element.tagName === 'img' ? 'src' : 'srcset', value: found })
}

const FONTS: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** What was saved with a page, as addresses that hold it. */
class Data {
  readonly #page: SavedPage
  #sum = 0

  constructor(page: SavedPage) {
    this.#page = page
  }

  /** Null for what was not saved with the page. `sheet` is the address of the style sheet that names it. */
  address(written: string, sheet: string | null): string | null {
    if (/^data:(?:image|font|application\/(?:x-)?font)/i.test(written)) return written
    const bytes = this.#bytes(written, sheet)
    if (bytes === null || this.#sum + bytes.length > LARGEST_SUM) return null
    const type = typeOf(bytes, written)
    if (type === null) return null
    this.#sum += bytes.length
    return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  }

  sheet(written: string): string | null {
    const bytes = this.#bytes(written, null)
    return bytes === null ? null : this.inStyle(Buffer.from(bytes).toString('utf8'), written)
  }

  inStyle(style: string, sheet: string | null): string {
    return style.replaceAll(IN_STYLE, (whole, _mark, written: string) => {
      if (written.startsWith('data:') || written.startsWith('#')) return whole
      return `url("${this.address(written.trim(), sheet) ?? 'data:,'}")`
    })
  }

  #bytes(written: string, sheet: string | null): Uint8Array | null {
    if (written === '' || /^data:/i.test(written)) return null
    const { resources, base } = this.#page
    const beside = sheet === null ? null : besideSheet(written, sheet)
    const own = beside === null ? null : resources(beside)
    if (own !== null) return own
    const from = sheet === null ? base : (joined(sheet, base) ?? base)
    const address = sheet === null ? written : (joined(written, from) ?? written)
    return resources(address) ?? resources(joined(address, base) ?? '')
  }
}

const PAGE = 'http://page.invalid/'

/** A relative address in a style sheet that lies beside the page, relative to the page; null for every other. */
function besideSheet(written: string, sheet: string): string | null {
  if (!URL.canParse(sheet, PAGE) || !URL.canParse(written, new URL(sheet, PAGE).href)) return null
  const { origin, pathname } = new URL(written, new URL(sheet, PAGE))
  return origin === new URL(PAGE).origin ? pathname.slice(1) : null
}

const joined = (address: string, base: string | null): string | null =>
  URL.canParse(address, base ?? undefined) ? new URL(address, base ?? undefined).href : null

function typeOf(bytes: Uint8Array, address: string): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1000)).toString('latin1')
  const picture = pictureIn(bytes)
  if (picture !== null) return picture.mediaType
  // In a picture an SVG runs nothing and fetches nothing.
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg\b/i.test(head))
    return 'image/svg+xml'
  return FONTS[/\.([a-z0-9]+)(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''] ?? null
}
