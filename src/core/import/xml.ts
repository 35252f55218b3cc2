import { Parser } from 'htmlparser2'

/** An element of an XML document. Names are without prefix, as all the formats read here write them unambiguously. */
export interface XmlElement {
  readonly kind: 'element'
  /** Local name, as written. */
  readonly name: string
  /** By full name, prefix included. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  /** UTF-16 offsets into the text it was read from, `end` excluded. */
  readonly start: number
  end: number
}

export interface XmlText {
  readonly kind: 'text'
  readonly value: string
}

export type XmlNode = XmlElement | XmlText

/** Elements below this depth hang on the last ancestor above it: no later recursion overflows. */
const DEEPEST = 200

export interface XmlOptions {
  /** XHTML: HTML's named characters are known, and names are in lower case. */
  readonly xhtml?: boolean
}

/**
 * The elements of an XML text, forgiving and iterative. Document types are not
 * read, so no entity of their making expands and nothing outside is loaded.
 * The root given has the document's own root among its children.
 */
export function parseXml(text: string, { xhtml = false }: XmlOptions = {}): XmlElement {
  const root: XmlElement = {
    kind: 'element',
    name: '#root',
    attributes: new Map(),
    children: [],
    start: 0,
    end: text.length,
  }
  const open: XmlElement[] = [root]
  const top = (): XmlElement => open[Math.min(open.length, DEEPEST) - 1] ?? root
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: XmlElement = {
          kind: 'element',
          name: localName(name),
          attributes: new Map(Object.entries(attributes)),
          children: [],
          start: parser.startIndex,
          end: parser.endIndex + 1,
        }
        top().children.push(element)
        open.push(element)
      },
      ontext: (value) => {
        const { children } = top()
        const last = children.at(-1)
        if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', value: last.value + value }
        else children.push({ kind: 'text', value })
      },
      onclosetag: () => {
        const element = open.length > 1 ? open.pop() : undefined
        if (element !== undefined) element.end = Math.max(element.end, parser.endIndex + 1)
      },
    },
    xhtml
      ? { recognizeSelfClosing: true, recognizeCDATA: true, lowerCaseTags: true, decodeEntities: true }
      : { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return root
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first element of a name anywhere inside, in document order. */
export function firstInside(element: XmlElement, name: string): XmlElement | null {
  for (const inside of elementsInside(element)) if (inside.name === name) return inside
  return null
}

/** Every element inside, in document order. */
export function* elementsInside(element: XmlElement): Generator<XmlElement> {
  const waiting = elementsOf(element).toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const child of elementsOf(next).toReversed()) waiting.push(child)
  }
}

/** The elements that are children, of one name where it is given. */
export const elementsOf = ({ children }: XmlElement, name?: string): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => child.kind === 'element' && (name === undefined || child.name === name),
  )

/** All words inside, white space as it stands. */
export function wordsInside(element: XmlElement): string {
  const words: string[] = []
  const waiting: XmlNode[] = [element]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'text') words.push(node.value)
    else for (const child of node.children.toReversed()) waiting.push(child)
  }
  return words.join('')
}
