// A brief of a library as it is printed: the words that the peers set too.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrief } from '../../src/core/briefs/briefs.ts'
import { contentOf } from '../../src/core/briefs/content.ts'
import { digestBrief } from '../../src/core/briefs/digest.ts'
import { Citations } from '../../src/core/citations/citations.ts'
import { DEFAULT_STYLE } from '../../src/core/citations/default-style.ts'
import { laidOut } from '../../src/core/export/export-brief.ts'
import { openLibrary } from '../../src/core/library/open.ts'

export const FONTS = fileURLToPath(new URL('../../resources/fonts', import.meta.url))

/** The printed tree of each brief: headings, paragraphs and block quotations, with the notes that the citation style made. */
export async function printedBriefs(path, briefs) {
  const library = openLibrary({ path, digestBrief, who: 'Ada', device: 'desk' })
  const loaded = new Citations(library, join(dirname(FONTS), 'citation'))
  const style = loaded.styles.named(DEFAULT_STYLE)
  const services = { library, citations: () => Promise.resolve(loaded) }
  const printed = []
  for (const { brief } of briefs) {
    const { row, state } = openBrief(library, brief)
    // oxlint-disable-next-line no-await-in-loop -- one citation processor at a time
    printed.push(laidOut(await contentOf(services, state, style, row.updatedAt)).brief)
  }
  library.close()
  return printed
}
