import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Style, StyleFault } from '../../shared/citations/style.ts'
import { MOST_STYLE_CHARACTERS, readStyle } from '../../shared/citations/style.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import { refused } from '../../shared/contract/failures.ts'

/** A style's file, read and found to be one. */
export interface StyleFile {
  readonly style: Style
  readonly bytes: Uint8Array
}

/** Reads a `.csl` file. Throws `REFUSED`: `unreadable`, `no-style`. */
export async function readStyleFile(path: string): Promise<StyleFile> {
  const name = basename(path)
  const bytes = await bytesOf(path, name)
  const text = decoded(bytes)
  const style = text === null ? 'not-xml' : readStyle(text)
  if (typeof style === 'string') throw noStyle(name, style)
  return { style, bytes }
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw unreadable(name)
    if (found.size > 4 * MOST_STYLE_CHARACTERS) throw noStyle(name, 'too-large')
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw unreadable(name)
    throw error
  }
}

/** Styles are written in UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const WHY: Readonly<Record<StyleFault, string>> = {
  'not-xml': 'it is not well-formed XML without a document type',
  'not-csl': 'its root is no style of CSL',
  incomplete: 'a part that a style needs is missing or faulty',
  endless: 'one of its macros calls itself',
  'too-large': 'it is too large',
}

export const noStyle = (name: string, why: StyleFault): Failure =>
  refused(
    'no-style',
    `${name} is no citation style that can be used: ${WHY[why]}. Nothing was stored or written. Choose a .csl file, for instance from citationstyles.org.`,
    { why },
  )

const unreadable = (name: string): Failure =>
  refused(
    'unreadable',
    `${name} cannot be read. Nothing was stored or written. Look whether it is still there and may be read.`,
  )
