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
    library: {
      ...router.library,
      exportAll: os.library.exportAll.handler(({ input, signal }) =>
        client.library.exportAll(
          { out: granted(() => grants.take(input.out)) },
          signal === undefined ? {} : { signal },
        ),
      ),
      restore: os.library.restore.handler(({ input: { folder, to }, signal }) =>
        client.library.restore(
          { folder: granted(() => grants.take(folder)), to: granted(() => grants.take(to)) },
          signal === undefined ? {} : { signal },
        ),
      ),
      exportBibliography: os.library.exportBibliography.handler(({ input }) =>
        client.library.exportBibliography({ ...input, out: granted(() => grants.take(input.out)) }),
      ),
    },
    sources: {
      ...router.sources,
      import: os.sources.import.handler(({ input, signal }) =>
        client.sources.import(
          { ...input, paths: input.paths.map((token) => granted(() => grants.take(token))) },
          signal === undefined ? {} : { signal },
        ),
      ),
      survey: os.sources.survey.handler(({ input, signal }) =>
        client.sources.survey(
          { paths: input.paths.map((token) => granted(() => grants.look(token))) },
          signal === undefined ? {} : { signal },
        ),
      ),
      contents: os.sources.contents.handler(({ input }) =>
        client.sources.contents({ path: granted(() => grants.look(input.path)) }),
      ),
    },
    annotations: {
      ...router.annotations,
      exportFile: os.annotations.exportFile.handler(({ input }) =>
        client.annotations.exportFile({ ...input, out: granted(() => grants.take(input.out)) }),
      ),
      importFile: os.annotations.importFile.handler(({ input, signal }) =>
        client.annotations.importFile(
          { path: granted(() => grants.take(input.path)) },
          signal === undefined ? {} : { signal },
        ),
      ),
    },
    keys: {
      create: os.keys.create.handler(({ input }) =>
        client.keys.create({ path: granted(() => grants.take(input.path)) }),
      ),
      show: os.keys.show.handler(({ input }) =>
        client.keys.show({ path: granted(() => grants.look(input.path)) }),
      ),
    },
    briefs: { ...router.briefs, ...grantedBriefs(os, client, grants) },
    citations: {
      ...router.citations,
      addStyle: os.citations.addStyle.handler(({ input }) =>
        client.citations.addStyle({ path: granted(() => grants.take(input.path)) }),
      ),
    },
  }
}

function grantedBriefs(
  os: ReturnType<typeof implement<typeof contract>>,
  client: Core['client'],
  grants: Grants,
) {
  return {
    import: os.briefs.import.handler(({ input }) => client.briefs.import({ ...input, folder: null })),
    export: os.briefs.export.handler(({ input: { styleFile, sign, ...input }, signal }) =>
      client.briefs.export(
        {
          ...input,
          ...(styleFile === undefined ? {} : { styleFile: granted(() => grants.take(styleFile)) }),
          ...(sign === undefined ? {} : { sign: granted(() => grants.take(sign)) }),
          out: granted(() => grants.take(input.out)),
        },
        signal === undefined ? {} : { signal },
      ),
    ),
    salvageToFile: os.briefs.salvageToFile.handler(({ input }) =>
      client.briefs.salvageToFile({ ...input, out: granted(() => grants.take(input.out)) }),
    ),
  }
}

function granted(path: () => string): string {
  try {
    return path()
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    throw new ORPCError(thrown.kind, { message: thrown.message, data: { reason: thrown.reason } })
  }
}
