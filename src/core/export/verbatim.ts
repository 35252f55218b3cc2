import { mapImages } from '../../shared/brief/map-nodes.ts'
import { printBrief } from '../../shared/brief/print.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { BesideFile, Evidence, ExportWarning } from './evidence.ts'
import { ImageFiles } from './image-files.ts'

/**
 * The folder of the images, whatever the brief's file is called: read back and written under
 * another name, a brief is the same to the letter.
 */
const FOLDER = 'images'

/** The form that is read back, with its images beside it. One that is gone keeps the name it has in the library. */
export function printVerbatim(
  state: BriefState,
  { image }: Evidence,
): {
  readonly bytes: Uint8Array
  readonly beside: readonly BesideFile[]
  readonly warnings: readonly ExportWarning[]
} {
  const images = new ImageFiles(image, FOLDER)
  const placed = mapImages(state, (node) => {
    const address = node.blob === null ? null : images.addressOf(node.blob)
    return address === null ? node : { ...node, blob: null, address }
  })
  const bytes = new TextEncoder().encode(printBrief(placed))
  return { bytes, beside: images.all(), warnings: images.warnings() }
}
