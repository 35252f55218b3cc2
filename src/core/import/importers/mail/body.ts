import { parametrised } from '../mime/content-type.ts'
import type { Part } from '../mime/parts.ts'
import { idOf } from '../mime/resources.ts'
import { isPage } from '../mime/text-of.ts'

/** The parts of a message that are its words; a message of one part is that part, whatever it is called. */
export const bodyOf = (root: Part): Part[] =>
  root.parts.length === 0 ? [root].filter(isText) : shownIn(root)

/**
 * The parts that are shown as its words, in order: of
 * alternatives the page, else the last text; attachments, and messages that
 * are attached, are none of them.
 */
function shownIn(part: Part): Part[] {
  if (part.parts.length === 0) return isShown(part) ? [part] : []
  switch (part.type.value) {
    case 'multipart/alternative':
      return best(part.parts.map((inside) => shownIn(inside)))
    case 'multipart/related':
      return bodyOfRelated(part)
    case 'multipart/signed':
      return part.parts.slice(0, 1).flatMap((inside) => shownIn(inside))
    default:
      return part.parts.flatMap((inside) => shownIn(inside))
  }
}

function best(alternatives: readonly Part[][]): Part[] {
  const held = alternatives.filter((parts) => parts.length > 0)
  return held.findLast((parts) => parts.some(isPage)) ?? held.at(-1) ?? []
}

/** What is related to a page is there for the page. */
function bodyOfRelated({ type, parts }: Part): Part[] {
  const start = type.parameters.get('start')?.replace(/^<|>$/g, '')
  const root = parts.find((part) => start !== undefined && idOf(part) === start) ?? parts[0]
  return root === undefined ? [] : shownIn(root)
}

const TEXT = new Set(['text/plain', 'text/html', 'application/xhtml+xml', ''])

const isText = ({ type }: Part): boolean => TEXT.has(type.value)

function isShown(part: Part): boolean {
  const { headers, type } = part
  const { value, parameters } = parametrised(headers.raw('content-disposition'))
  const named = parameters.has('filename') || type.parameters.has('name')
  return isText(part) && value !== 'attachment' && !(named && value !== 'inline')
}
