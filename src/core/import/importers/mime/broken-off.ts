import { refused } from '../../../../shared/contract/failures.ts'

/** A message without its last boundary: what is missing cannot be known. */
export const brokenOff = (): Error =>
  refused(
    'truncated',
    'The file breaks off before its end: it was not saved or copied whole. Nothing was imported. Save or copy it again.',
  )
