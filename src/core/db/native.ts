import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BINARY = /^better_sqlite3\..+\.node$/

/**
 * The SQLite binary for this runtime; undefined means better-sqlite3's own
 * prebuild, which needs Node-API 10 (Node 24, Electron 35 and later) and
 * crashes below. For older runtimes one is compiled once, as
 * `.native/better_sqlite3.<runtime>.node`, in the checkout or beside the
 * packaged app: the nearest `.native/` above `from` is taken.
 */
export function nativeBinding(
  napi: number = Number(process.versions['napi']),
  from: string = dirname(fileURLToPath(import.meta.url)),
): string | undefined {
  if (napi >= 10) return undefined
  for (let folder = from; ; folder = dirname(folder)) {
    const native = join(folder, '.native')
    const found = existsSync(native) ? readdirSync(native).find((name) => BINARY.test(name)) : undefined
    if (found !== undefined) return join(native, found)
    if (dirname(folder) === folder) break
  }
  throw new Error(`No SQLite binary for Node-API ${napi}: .native/better_sqlite3.<runtime>.node is missing.`)
}
