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
    library: { ...router.library, ...grantedLibrary(os, client, grants) },
    sources: {
      ...router.sources,
      import: os.sources.import.handler(async ({ input, signal }) =>
        client.sources.import(
          { ...input, paths: await Promise.all(input.paths.map((token) => granted(grants.take(token)))) },
          signal === undefined ? {} : { signal },
        ),
      ),
      survey: os.sources.survey.handler(async ({ input, signal }) =>
        client.sources.survey(
          { paths: await Promise.all(input.paths.map((token) => granted(grants.look(token)))) },
          signal === undefined ? {} : { signal },
        ),
      ),
      contents: os.sources.contents.handler(async ({ input }) =>
        client.sources.contents({ path: await granted(grants.look(input.path)) }),
      ),
    },
    annotations: {
      ...router.annotations,
      exportFile: os.annotations.exportFile.handler(async ({ input }) =>
        client.annotations.exportFile({ ...input, out: await granted(grants.take(input.out)) }),
      ),
      importFile: os.annotations.importFile.handler(async ({ input, signal }) =>
        client.annotations.importFile(
          { path: await granted(grants.take(input.path)) },
          signal === undefined ? {} : { signal },
        ),
      ),
    },
    keys: grantedKeys(os, client, grants),
    briefs: { ...router.briefs, ...grantedBriefs(os, client, grants) },
    citations: {
      ...router.citations,
      addStyle: os.citations.addStyle.handler(async ({ input }) =>
        client.citations.addStyle({ path: await granted(grants.take(input.path)) }),
      ),
    },
  }
}

type Implementing = ReturnType<typeof implement<typeof contract>>

function grantedLibrary(os: Implementing, client: Core['client'], grants: Grants) {
  return {
    exportAll: os.library.exportAll.handler(async ({ input, signal }) =>
      client.library.exportAll(
        { out: await granted(grants.take(input.out)) },
        signal === undefined ? {} : { signal },
      ),
    ),
    restore: os.library.restore.handler(async ({ input: { folder, to }, signal }) =>
      client.library.restore(
        { folder: await granted(grants.take(folder)), to: await granted(grants.take(to)) },
        signal === undefined ? {} : { signal },
      ),
    ),
    exportBibliography: os.library.exportBibliography.handler(async ({ input }) =>
      client.library.exportBibliography({ ...input, out: await granted(grants.take(input.out)) }),
    ),
  }
}

function grantedKeys(os: Implementing, client: Core['client'], grants: Grants) {
  return {
    create: os.keys.create.handler(async ({ input }) =>
      client.keys.create({ path: await granted(grants.take(input.path)) }),
    ),
    show: os.keys.show.handler(async ({ input }) =>
      client.keys.show({ path: await granted(grants.look(input.path)) }),
    ),
  }
}

function grantedBriefs(os: Implementing, client: Core['client'], grants: Grants) {
  return {
    import: os.briefs.import.handler(async ({ input }) => client.briefs.import({ ...input, folder: null })),
    export: os.briefs.export.handler(async ({ input: { styleFile, sign, ...input }, signal }) =>
      client.briefs.export(
        {
          ...input,
          ...(styleFile === undefined ? {} : { styleFile: await granted(grants.take(styleFile)) }),
          ...(sign === undefined ? {} : { sign: await granted(grants.take(sign)) }),
          out: await granted(grants.take(input.out)),
        },
        signal === undefined ? {} : { signal },
      ),
    ),
    salvageToFile: os.briefs.salvageToFile.handler(async ({ input }) =>
      client.briefs.salvageToFile({ ...input, out: await granted(grants.take(input.out)) }),
    ),
  }
}

async function granted(path: Promise<string>): Promise<string> {
  try {
    return await path
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    throw new ORPCError(thrown.kind, { message: thrown.message, data: { reason: thrown.reason } })
  }
}
