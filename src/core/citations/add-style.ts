import type { Style } from '../../shared/citations/style.ts'
import type { CitationStyle } from '../../shared/contract/citations.ts'
import { addStyle as store, findAddedStyle, listAddedStyles } from '../db/citation-styles.ts'
import type { Reader } from '../db/reader.ts'
import type { Services } from '../services.ts'
import { BUNDLED } from './bundled.ts'
import { readStyleFile } from './style-file.ts'
import { shown } from './styles.ts'

/** Adds a `.csl` file to the library. Throws `REFUSED`: `unreadable`, `no-style`, `unknown-parent`. */
export async function addStyle({ library, citations }: Services, path: string): Promise<CitationStyle> {
  const { styles, tryOut } = await citations()
  const { style, bytes } = await readStyleFile(path)
  const usable = styles.usable(nameFor(library.reader, style), style, true)
  tryOut(usable)
  const sha256 = library.blobs.put(bytes)
  library.write('add a citation style', (writer) =>
    store(
      writer,
      { name: nameFor(writer, style), cslId: style.id, title: style.title },
      { sha256, bytes: bytes.length, mediaType: 'application/vnd.citationstyles.style+xml' },
    ),
  )
  return shown(usable)
}

/**
 * What briefs call the style: the end of its id. One that comes with the program
 * keeps its name, so that no brief changes its looks by what is added.
 */
function nameFor(reader: Reader, { id, title }: Style): string {
  const known = listAddedStyles(reader).find((row) => row.cslId === id)
  if (known !== undefined) return known.name
  const wanted = slug(id.split('/').findLast((part) => part !== '') ?? '') || slug(title) || 'style'
  const isTaken = (name: string) =>
    BUNDLED.some((bundled) => bundled === name) || findAddedStyle(reader, name) !== null
  let name = wanted
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}-${count}`
  return name
}

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 80)
