import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { carryBrief, digestBrief } from './briefs/digest.ts'
import type { Citations } from './citations/citations.ts'
import type { Clock } from './db/clock.ts'
import type { Ids } from './db/ids.ts'
import { createParserPool } from './import/parser/pool.ts'
import type { ParserHost } from './import/parser/protocol.ts'
import { openLibrary } from './library/open.ts'
import type { Log } from './log.ts'
import { clientOf, createRouter, type Client } from './router.ts'

/** What a shell supplies: nothing of it is global, so that tests and replays are exact. */
export interface CoreOptions {
  /** The library's folder. */
  readonly path: string
  /** Make it where there is none. */
  readonly create: boolean
  /** Starts the processes in which untrusted bytes are read. */
  readonly parserHost: ParserHost
  /** How many of them may read at once; unless given, one for each of the machine's cores, up to four. */
  readonly processes?: number
  /** The bytes on standard input, for an import of “-”. */
  readonly standardInput: () => Promise<Uint8Array>
  /** Absolute path of the folder of bundled fonts. */
  readonly fonts: string
  /** Absolute path of the program that sets pages in a thread of its own; in this one without it. */
  readonly typesetter?: string
  /** Absolute path of the folder of bundled citation styles; unless given, `citation` beside the fonts. */
  readonly citation?: string
  readonly log: Log
  /** Who works with the library, for its custody log. */
  readonly who?: string
  readonly clock?: Clock
  readonly ids?: Ids
}

export interface Core {
  readonly router: ReturnType<typeof createRouter>
  /** The contract's procedures as functions of this process. */
  readonly client: Client
  /** Lets the library and the parsing processes go. */
  readonly close: () => void
}

/** Processes that read originals at once: more would want more memory than they save time. */
const MOST_PARSERS = 4

/**
 * Opens a library with all that can be done in it. Throws Failure `LIBRARY` where
 * it cannot be opened.
 */
export function createCore(options: CoreOptions): Core {
  const { path, create, parserHost, processes, standardInput, fonts, typesetter, log, who, clock, ids } =
    options
  const library = openLibrary({
    path,
    create,
    digestBrief,
    carryBrief,
    ...(clock === undefined ? {} : { clock }),
    ...(ids === undefined ? {} : { ids }),
    ...(who === undefined ? {} : { who }),
  })
  const parser = createParserPool(parserHost, processes ?? Math.min(availableParallelism(), MOST_PARSERS))
  const folder = options.citation ?? join(dirname(fonts), 'citation')
  let loading: Promise<Citations> | null = null
  const citations = () =>
    (loading ??= import('./citations/citations.ts').then((loaded) => new loaded.Citations(library, folder)))
  const router = createRouter({ library, parser, standardInput, fonts, typesetter, citations, log })
  return {
    router,
    client: clientOf(router),
    close: () => {
      parser.close()
      library.close()
    },
  }
}
