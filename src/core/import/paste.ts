import { refused } from '../../shared/contract/failures.ts'
import type { Kept } from '../../shared/contract/sources.ts'
import type { Services } from '../services.ts'
import { LARGEST_ORIGINAL, tooLarge } from './original-file.ts'
import { onlyOne } from './only-one.ts'
import { keepExtraction } from './store-extraction.ts'

export interface PasteRequest {
  readonly html?: string | undefined
  readonly text?: string | undefined
  readonly tags: readonly string[]
}

/**
 * Keeps what a clipboard held as a source: its page where it has one, else its
 * words. `REFUSED` failures: `empty`, `too-large`, and those of the parser.
 */
export async function pasteSource({ library, parser }: Services, request: PasteRequest): Promise<Kept> {
  const { bytes, name } = originalOf(request)
  if (bytes.length > LARGEST_ORIGINAL) throw tooLarge()
  const extraction = onlyOne(await parser.parse({ bytes, name, encoding: 'utf-8' }))
  return keepExtraction(library, {
    bytes,
    stored: null,
    extraction,
    part: null,
    path: null,
    label: `Paste “${extraction.metadata.title}”`,
    tags: request.tags,
    asVersionOf: null,
    encodingGiven: false,
  })
}

function originalOf({ html = '', text = '' }: PasteRequest): { bytes: Uint8Array; name: string } {
  if (html.trim() !== '') return { bytes: Buffer.from(selection(html)), name: 'clipboard.html' }
  if (text.trim() === '')
    throw refused(
      'empty',
      'There are no words on the clipboard. Nothing was kept. Copy some, and paste again.',
    )
  return { bytes: Buffer.from(text), name: 'clipboard.txt' }
}

/** As some systems mark it on their clipboards, and every importer knows it again: all inside is the article. */
const selection = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><!--StartFragment-->${html.replaceAll(/<!--(?:Start|End)Fragment-->/g, '')}<!--EndFragment--></body></html>`
