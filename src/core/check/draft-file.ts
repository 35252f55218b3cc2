import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { decode } from '../import/decode.ts'
import { refuseNonText } from '../import/sniff.ts'

export type TextFormat = 'markdown' | 'text' | 'html'
export type DraftFormat = TextFormat | 'docx'

export interface TextDraftFile {
  readonly format: TextFormat
  /** Decoded, without byte order mark; every offset counts in it. */
  readonly text: string
}

/** A draft as its file has it. */
export type DraftFile = TextDraftFile | { readonly format: 'docx'; readonly bytes: Uint8Array }

const FORMATS: Readonly<Record<string, DraftFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
}

const MOST_BYTES = 64 * 1024 * 1024

/**
 * Reads a draft that a person wrote, in whatever encoding. Throws `REFUSED` for
 * what cannot be read (`no-such-file`, `no-file`, `unreadable`, `too-large`,
 * `binary`), `USAGE` for a format that is not among `formats`.
 */
export function readDraftFile(path: string, formats: readonly TextFormat[]): Promise<TextDraftFile>
export function readDraftFile(path: string, formats: readonly DraftFormat[]): Promise<DraftFile>
export async function readDraftFile(path: string, formats: readonly DraftFormat[]): Promise<DraftFile> {
  const name = basename(path)
  const bytes = await readWhole(path, name)
  const format = FORMATS[extname(name).toLowerCase()]
  if (format === undefined || !formats.includes(format)) throw unsupported(name, formats)
  if (format === 'docx') return { format, bytes }
  refuseNoText(bytes, name)
  return { format, text: decode(bytes, { html: format === 'html', encoding: null }).text }
}

/** A file of another program's making, in Unicode; `REFUSED` failures as above. */
export async function readTextFile(path: string): Promise<string> {
  const name = basename(path)
  const bytes = await readWhole(path, name)
  refuseNoText(bytes, name)
  return decode(bytes, { html: false, encoding: null }).text
}

/** An empty draft holds no quotations, which is no fault. */
function refuseNoText(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) return
  try {
    refuseNonText(bytes, false)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw refused('binary', `${name} holds no text that can be read. Nothing was done.`)
  }
}

async function readWhole(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw refused('no-file', `${name} is no file that can be read. Nothing was done.`)
    if (found.size > MOST_BYTES) {
      throw refused(
        'too-large',
        `${name} is larger than 64 MB, the most that is read here. Nothing was done.`,
        {
          bytes: found.size,
        },
      )
    }
    return await readFile(path)
  } catch (error) {
    throw explained(error, path, name)
  }
}

function explained(error: unknown, path: string, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return refused('no-such-file', `There is no file ${path}. Nothing was done; look at the name.`, { path })
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refused('unreadable', `${name} may not be read by this user. Nothing was done.`, { path })
  }
  return error
}

const unsupported = (name: string, formats: readonly DraftFormat[]): Failure => {
  const read = Object.keys(FORMATS).filter((extension) =>
    formats.some((format) => FORMATS[extension] === format),
  )
  return new Failure(
    'USAGE',
    'unsupported-format',
    `This version of Verbatim reads ${read.join(', ')} here, and ${name} is none of them. Nothing was done.`,
  )
}
