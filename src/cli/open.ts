import { homedir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCore, type Core } from '../core/core.ts'
import { forkedParserHost } from '../core/import/parser/forked-host.ts'
import { readStream } from '../core/import/standard-input.ts'
import { defaultLibrary } from '../core/library/paths.ts'
import type { Surroundings } from './run.ts'

export type Opened = Pick<Core, 'client' | 'close'>

/** Opens the library that is meant: `named`, else the environment's, else the user's own. Throws `LIBRARY`. */
export function open(named: string | undefined, create: boolean, { environment, log }: Surroundings): Opened {
  return createCore({
    path: resolve(named ?? defaultLibrary(environment, process.platform, homedir())),
    create,
    parserHost: forkedParserHost(pathOf('../core/import/parser/entry.ts')),
    standardInput: () => readStream(process.stdin),
    fonts: pathOf('../../resources/fonts'),
    typesetter: pathOf('../core/export/typesetter/entry.ts'),
    who: userName(),
    log,
  })
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** A process in a container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}
