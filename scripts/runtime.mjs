import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Source runs as it stands, by type stripping, and SQLite's prebuilt binding wants Node-API 10. */
export const WANTED_NODE = 24

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const windows = process.platform === 'win32'

/** The package that carries Node for this machine, whether or not it is installed. */
export const NODE_PACKAGE = `node-${windows ? 'win' : process.platform}-${process.arch}`

/** Where that package keeps the program. */
export const PACKAGED_NODE = join(ROOT, 'node_modules', NODE_PACKAGE, 'bin', windows ? 'node.exe' : 'node')

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Major version of the Node that runs this. */
export const ownMajor = () => Number(process.versions.node.split('.')[0])

/**
 * The Node that runs Verbatim: the packages' own, else the one running now when it is new enough, else null.
 * Scripts pass it on by path: a shell remembers the `node` it found first, even after a newer one appears in its PATH.
 */
export const findNode = () => {
  if (runnable(PACKAGED_NODE)) return PACKAGED_NODE
  return ownMajor() >= WANTED_NODE ? process.execPath : null
}
