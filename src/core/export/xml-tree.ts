declare const markup: unique symbol

/** Markup that is well-formed: made here alone, so that no text can pass for it. */
export type Xml = string & { readonly [markup]: true }

/** An attribute of null is not there. */
export type XmlAttributes = Readonly<Record<string, string | number | null>>

export const NO_XML = '' as Xml

/** An element; `fit` of its texts has been done by who made them (`xmlText`). */
export function xml(name: string, attributes: XmlAttributes = {}, ...children: readonly Xml[]): Xml {
  let given = ''
  for (const [key, value] of Object.entries(attributes))
    if (value !== null) given += ` ${key}="${escape(String(value))}"`
  const inner = children.join('')
  return (inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`) as Xml
}

export const xmlText = (text: string): Xml => escape(text) as Xml

export const joined = (parts: readonly Xml[]): Xml => parts.join('') as Xml

export const xmlFile = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers make spaces of these in an attribute, and a line feed of a carriage return anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escape = (text: string): string =>
  /[&<>"\t\n\r]/.test(text) ? text.replaceAll(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text
