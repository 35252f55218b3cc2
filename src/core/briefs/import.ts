import { parseBrief } from '../../shared/brief/parse.ts'
import type { Passage } from '../../shared/brief/link-quote.ts'
import { BRIEF_FORMAT } from '../../shared/brief/state.ts'
import type { Brief } from '../../shared/contract/briefs.ts'
import { refused } from '../../shared/contract/failures.ts'
import { addRevision, createBrief } from '../db/briefs.ts'
import { listPins } from '../db/pins.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { shelfOf } from '../check/shelf.ts'
import { anchorIn, passageOf } from '../check/pinned.ts'
import { getBrief } from './briefs.ts'
import { holdingImages, keepImagesBeside, type ImagesBeside } from './draft-images.ts'

export interface ImportInput {
  /** Verbatim Markdown, decoded. */
  readonly markdown: string
  /** Its title where it has none of its own. */
  readonly name: string
}

/** `folder` is the absolute path of the one that the draft lies in; null where it lies in none. Throws as `importBrief`. */
export async function importDraft(
  library: Library,
  { folder, ...input }: ImportInput & { readonly folder: string | null },
): Promise<Brief> {
  if (folder === null || !input.markdown.includes('![')) return importBrief(library, input)
  const read = parseBrief(input.markdown, { name: input.name, passageOf: passages(library.reader) })
  return importBrief(library, input, await keepImagesBeside(read, folder, library.blobs))
}

/**
 * Stores a draft as a new brief, all or nothing, with its first revision. Throws
 * `REFUSED`: `empty-brief` and what `parseBrief` throws, `unknown-annotation` above all.
 */
export function importBrief(
  library: Library,
  { markdown, name }: ImportInput,
  images: ImagesBeside = new Map(),
): Brief {
  if (markdown.trim() === '') throw refused('empty-brief', 'The draft is empty. Nothing was stored.')
  const id = library.write(`Import the brief ${name}`, (writer) => {
    const read = parseBrief(markdown, { name, passageOf: passages(writer) })
    const state = holdingImages(read, images)
    const { title, language, citationStyle } = state
    const made = createBrief(writer, {
      title,
      language,
      citationStyle,
      format: BRIEF_FORMAT,
      content: JSON.stringify(state),
    })
    addRevision(writer, made)
    return made
  })
  return getBrief(library, id)
}

/** The passage of an annotation in a version of its source, else of its newest anchor. */
function passages(reader: Reader): (annotation: string, version: number | null) => Passage | null {
  const shelf = shelfOf(reader)
  return (annotation, version) => {
    const pin = listPins(reader, [annotation]).get(annotation)
    const anchor = pin && (version === null ? pin.anchors.at(-1) : anchorIn(pin, version))
    const found = anchor && pin.versionOf(anchor)
    return found ? { anchorId: anchor.id, exact: passageOf(reader, shelf, anchor, found).exact } : null
  }
}
