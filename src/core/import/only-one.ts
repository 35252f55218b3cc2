import { refused } from '../../shared/contract/failures.ts'
import type { Extraction } from './extraction.ts'
import type { Reading } from './reader.ts'

/** What was read of an original that must hold one article. `REFUSED` failure: `several`. */
export function onlyOne(reading: Reading): Extraction {
  if (!('parts' in reading) && !('entries' in reading)) return reading
  throw refused(
    'several',
    'It holds several works and not one article. Nothing was kept. Save it as a file and import that.',
  )
}
