import { readBibliography } from './bibliographies.ts'
import type { Entries } from './bibliography.ts'
import { CONTAINERS } from './containers.ts'
import type { Article, Extraction } from './extraction.ts'
import { lookOf } from './look.ts'
import { articleIn, extractionOf, isMeantAsText, readOriginal } from './read.ts'
import type { Original } from './read.ts'
import type { Container, ContainerFormat, Parts } from './several.ts'
import { refused } from '../../shared/contract/failures.ts'

/** What is asked of a reader: an original, or a part of the one it was given last (`bytes` null). */
export interface ReadRequest extends Omit<Original, 'bytes'> {
  readonly bytes: Uint8Array | null
  readonly part: string | null
  /** True for the look of the page instead of its words. */
  readonly look?: boolean
}

/** A saved page as it was, in one text of HTML that needs nothing beside it. */
export interface Look {
  readonly look: string
}

/** One article, the list of several, or works without their text. */
export type Reading = Extraction | Parts | Entries

interface Opened {
  readonly format: ContainerFormat
  readonly container: Container
}

/**
 * Reads originals one after another. One that holds several articles stays open
 * until the next one comes, so that its parts are read without opening it anew.
 */
export function createReader(): (request: ReadRequest) => Promise<Reading | Look> {
  let opened: Opened | null = null
  return async ({ bytes, part, look = false, ...original }) => {
    if (bytes !== null) {
      opened = null
      const whole = { bytes, ...original }
      if (isMeantAsText(whole)) return look ? pageIn(whole) : readOriginal(whole)
      const format = CONTAINERS.find(({ is }) => is(bytes))
      if (format === undefined) {
        if (look) return pageIn(whole)
        return (await readBibliography(whole)) ?? (await readOriginal(whole))
      }
      opened = { format, container: await format.open({ bytes, ...original }) }
    }
    if (opened === null) throw new Error('A part was asked for of an original that is not open')
    const { format, container } = opened
    if (part === null) return { parts: [...container.parts] }
    const { article, encoding } = await container.read(part)
    if (look) return lookAt(article)
    const { importer, version: importerVersion, mediaType } = format
    return extractionOf({ importer, importerVersion, mediaType, encoding, article }, original.name)
  }
}

const pageIn = async (original: Original): Promise<Look> => lookAt((await articleIn(original)).article)

/** Throws `REFUSED` with reason `no-look`. */
function lookAt({ page }: Article): Look {
  if (page !== undefined) return { look: lookOf(page) }
  throw refused('no-look', 'The original of this source is no web page, so it has no look of its own.')
}
