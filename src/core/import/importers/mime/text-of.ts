import { decode, type Decoded } from '../../decode.ts'
import type { Part } from './parts.ts'

/** The words of a part, by its own charset unless that is impossible; `encoding` is the user's choice or null. */
export const textOfPart = (part: Part, encoding: string | null): Decoded =>
  decode(part.bytes(), {
    html: part.type.value !== 'text/plain',
    encoding,
    declared: part.type.parameters.get('charset') ?? null,
  })

const PAGE = new Set(['text/html', 'application/xhtml+xml'])

export const isPage = ({ type }: Part): boolean => PAGE.has(type.value)
