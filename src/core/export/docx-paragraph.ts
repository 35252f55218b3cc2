import type { Manner } from './manner.ts'
import { NO_XML, xml, type Xml } from './xml-tree.ts'

export interface Paragraphs {
  /** A style's id; null: the document's own. */
  readonly style: string | null
  readonly manner: Manner
  readonly list?: { readonly numbering: number; readonly level: number }
  /** In twentieths of a point, beside what the style says. */
  readonly indent?: number
  readonly align?: 'left' | 'center' | 'right' | null
  readonly keepNext?: boolean
}

/** A paragraph; its properties in the order that the format has for them. */
export function paragraph(
  content: Xml,
  { style, manner, list, indent = 0, align, keepNext }: Paragraphs,
): Xml {
  const right = manner.dir === 'rtl'
  const properties = [
    ...(style === null ? [] : [xml('w:pStyle', { 'w:val': style })]),
    ...(keepNext === true ? [xml('w:keepNext')] : []),
    ...(list === undefined
      ? []
      : [
          xml(
            'w:numPr',
            {},
            xml('w:ilvl', { 'w:val': list.level }),
            xml('w:numId', { 'w:val': list.numbering }),
          ),
        ]),
    ...(right ? [xml('w:bidi')] : []),
    ...(indent === 0 ? [] : [xml('w:ind', { 'w:left': indent })]),
    ...(align === undefined || align === null ? [] : [xml('w:jc', { 'w:val': sideOf(align, right) })]),
  ]
  const own = properties.length === 0 ? NO_XML : xml('w:pPr', {}, ...properties)
  return xml('w:p', {}, own, content)
}

/** In a paragraph that runs from the right, “left” is the side where it begins. */
function sideOf(align: 'left' | 'center' | 'right', right: boolean): string {
  if (!right || align === 'center') return align
  return align === 'left' ? 'right' : 'left'
}
