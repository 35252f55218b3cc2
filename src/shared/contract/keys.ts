import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './failures.ts'

const Key = z.object({
  /** SHA-256 of its public half, by which others know the signature. */
  fingerprint: z.string(),
})

/** Keys that sign evidence packages; what is secret of one stays in its file. */
export const keys = {
  /** Makes a key in a new file, an absolute path. `REFUSED`: `exists`, and what writing throws. */
  create: oc
    .errors(failures)
    .input(z.object({ path: z.string() }))
    .output(Key),
  /** The key in a file. `REFUSED`: `no-key`, `not-a-key`. */
  show: oc
    .errors(failures)
    .input(z.object({ path: z.string() }))
    .output(Key),
}
