import { appendFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { makeFolders } from '../core/library/folders.ts'
import { userData } from '../core/library/paths.ts'
import type { Log } from '../core/log.ts'

/** Bugs go whole into `errors.log` in the program's data folder; with `VERBATIM_DEBUG` to standard error too. */
export function errorLog(environment: Readonly<Record<string, string | undefined>>): Log {
  return {
    error: (what, thrown) => {
      const entry = `${new Date().toISOString()} ${what}\n${inspect(thrown, { depth: 6 })}\n\n`
      if (environment['VERBATIM_DEBUG']) process.stderr.write(entry)
      try {
        const folder = userData(environment, process.platform, homedir())
        makeFolders(folder)
        appendFileSync(join(folder, 'errors.log'), entry)
      } catch (error) {
        process.stderr.write(`The error could not be written down: ${String(error)}\n`)
      }
    },
  }
}
