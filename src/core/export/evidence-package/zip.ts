import { Zip, ZipDeflate } from 'fflate'
import { refused } from '../../../shared/contract/failures.ts'
import { NO_TIME } from '../no-time.ts'
import { inOrder } from './manifest.ts'
import type { PackageFile } from './proof.ts'

/** What a zip of the plain kind can hold. */
const MOST_BYTES = 0xff_ff_ff_ff
const MOST_FILES = 0xff_ff
/** As many bytes are packed at a time. */
const STEP = 1 << 20
/** Formats that are packed already, as a rule. */
const PACKED = /^originals\/|\.pdf$/u

/**
 * A zip of these files in the order of their paths, piece by piece as it is made: it is never whole in memory. The same
 * files give the same bytes; names are UTF-8. `check` is asked before each piece and throws to stop it. Throws `REFUSED`
 * `too-large`, before the first piece.
 */
export async function* zipped(
  files: readonly PackageFile[],
  check: () => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  refuseLarge(files)
  let made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    made.push(bytes)
  })
  const taken = (): readonly Uint8Array[] => {
    const all = made
    made = []
    return all
  }
  for (const { path, bytes } of inOrder(files)) {
    const entry = new ZipDeflate(path, { level: PACKED.test(path) ? 0 : 6 })
    entry.mtime = NO_TIME
    zip.add(entry)
    for (let at = 0; at === 0 || at < bytes.length; at += STEP) {
      // Other work goes on between two pieces.
      await new Promise(setImmediate)
      check()
      entry.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
      yield* taken()
    }
  }
  zip.end()
  yield* taken()
}

function refuseLarge(files: readonly PackageFile[]): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= MOST_BYTES / 2 && files.length <= MOST_FILES) return
  throw refused(
    'too-large',
    'The package is too large for a zip. Nothing was written. Export it to a folder: a name without “.zip”.',
  )
}
