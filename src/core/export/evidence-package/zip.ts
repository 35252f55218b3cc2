import JSZip from 'jszip'
import { refused } from '../../../shared/contract/failures.ts'
import { inOrder } from './manifest.ts'
import type { PackageFile } from './proof.ts'

/** The first moment that a zip can name: no time of now is in a package. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1))
/** What a zip of the plain kind can hold. */
const MOST_BYTES = 0xff_ff_ff_ff
const MOST_FILES = 0xff_ff

/** A zip of these files, not compressed, in the order of their paths: the same files give the same bytes. Throws `REFUSED` `too-large`. */
export async function zipped(files: readonly PackageFile[]): Promise<Uint8Array> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes > MOST_BYTES / 2 || files.length > MOST_FILES)
    throw refused(
      'too-large',
      'The package is too large for a zip. Nothing was written. Export it to a folder: a name without “.zip”.',
    )
  const zip = new JSZip()
  for (const file of inOrder(files))
    zip.file(file.path, file.bytes, { binary: true, createFolders: false, date: NO_TIME })
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE', platform: 'DOS' })
}
