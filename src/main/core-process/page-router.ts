import { ORPCError, implement } from '@orpc/server'
import type { Core } from '../../core/core.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Grants } from './grants.ts'

/**
 * The core as a page may call it: wherever a procedure takes a path, the page
 * names a token of the shell instead, and it names no folder at all.
 */
export function pageRouter({ router, client }: Pick<Core, 'router' | 'client'>, grants: Grants) {
  const os = implement(contract)
  return {
    ...router,
    sources: {
      ...router.sources,
      import: os.sources.import.handler(({ input, signal }) =>
        client.sources.import(
          { ...input, paths: input.paths.map((token) => redeemed(grants, token)) },
          signal === undefined ? {} : { signal },
        ),
      ),
    },
    briefs: {
      ...router.briefs,
      import: os.briefs.import.handler(({ input }) => client.briefs.import({ ...input, folder: null })),
      export: os.briefs.export.handler(({ input }) =>
        client.briefs.export({ ...input, out: redeemed(grants, input.out) }),
      ),
    },
  }
}

function redeemed(grants: Grants, token: string): string {
  try {
    return grants.take(token)
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    throw new ORPCError(thrown.kind, { message: thrown.message, data: { reason: thrown.reason } })
  }
}
