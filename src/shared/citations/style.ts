import type { XmlNode } from './xml-tree.ts'
import { readXml } from './xml-tree.ts'

const NAMESPACE = 'http://purl.org/net/xbiblio/csl'

/** A CSL style as its file tells it. */
export interface Style {
  /** Its id as it says itself, an address as a rule. */
  readonly id: string
  readonly title: string
  /** Of a dependent style the id of the one that it is like; null for a style of its own. */
  readonly parent: string | null
  /** BCP 47 where it names one of its own. */
  readonly language: string | null
  /** Citations stand in notes. False for a dependent style, which does not say. */
  readonly isNote: boolean
  /** The tree as JSON, as the processor takes it. */
  readonly tree: string
}

/** Why a text is no style that can be used. */
export type StyleFault = 'not-xml' | 'not-csl' | 'incomplete' | 'endless' | 'too-large'

/** Units of UTF-16; the largest published style has a third of it. */
export const MOST_STYLE_CHARACTERS = 1_000_000

/** Reads a style, strictly; nothing outside is loaded and nothing in it expands. */
export function readStyle(text: string): Style | StyleFault {
  if (text.length > MOST_STYLE_CHARACTERS) return 'too-large'
  const root = readXml(text)
  if (root === null) return 'not-xml'
  if (root.name !== 'style' || root.attrs['xmlns'] !== NAMESPACE) return 'not-csl'
  const info = childOf(root, 'info')
  const id = info === undefined ? '' : textOf(childOf(info, 'id'))
  if (info === undefined || id === '') return 'incomplete'
  const parent = parentOf(info)
  if (parent === null) {
    const layout = childOf(root, 'citation')?.children.some((child) => isNamed(child, 'layout'))
    if (layout !== true || !/^(?:note|in-text)$/u.test(root.attrs['class'] ?? '')) return 'incomplete'
    const size = expandedSize(root)
    if (typeof size === 'string') return size
    if (size > MOST_NODES) return 'too-large'
  }
  return {
    id,
    title: textOf(childOf(info, 'title')) || id,
    parent,
    language: root.attrs['default-locale'] ?? null,
    isNote: root.attrs['class'] === 'note',
    tree: JSON.stringify(root),
  }
}

const isNamed = (node: XmlNode | string, name: string): node is XmlNode =>
  typeof node !== 'string' && node.name === name

const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((child): child is XmlNode => isNamed(child, name))

const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : ''))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim()

function parentOf(info: XmlNode): string | null {
  const link = info.children.find(
    (child): child is XmlNode => isNamed(child, 'link') && child.attrs['rel'] === 'independent-parent',
  )
  return link?.attrs['href']?.trim() || null
}

/** Nodes with every macro written out at each of its calls. */
const MOST_NODES = 200_000

/** How much the processor builds of a style; a fault where a macro calls itself, or one that is not there. */
function expandedSize(root: XmlNode): number | StyleFault {
  const macros = new Map(
    root.children
      .filter((child): child is XmlNode => isNamed(child, 'macro'))
      .map((macro) => [macro.attrs['name'] ?? '', macro]),
  )
  const sizes = new Map<string, number>()
  const open = new Set<string>()
  const ofMacro = (name: string): number => {
    const known = sizes.get(name)
    if (known !== undefined) return known
    const macro = macros.get(name)
    if (macro === undefined) throw new Unbuildable('incomplete')
    if (open.has(name) || open.size > 200) throw new Unbuildable('endless')
    open.add(name)
    const size = ofNode(macro)
    open.delete(name)
    sizes.set(name, size)
    return size
  }
  const ofNode = (node: XmlNode | string): number => {
    if (typeof node === 'string') return 1
    const called = node.attrs['macro']
    const inside = node.children.reduce((sum, child) => sum + ofNode(child), 1)
    return called === undefined ? inside : inside + ofMacro(called)
  }
  try {
    return root.children.reduce((sum, child) => (isNamed(child, 'macro') ? sum : sum + ofNode(child)), 0)
  } catch (error) {
    if (error instanceof Unbuildable) return error.fault
    throw error
  }
}

class Unbuildable extends Error {
  readonly fault: StyleFault

  constructor(fault: StyleFault) {
    super(fault)
    this.fault = fault
  }
}
