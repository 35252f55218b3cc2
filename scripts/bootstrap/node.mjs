import { execFile } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { findNode, NODE_PACKAGE, PACKAGED_NODE, ROOT, WANTED_NODE } from '../runtime.mjs'
import { CannotGoOn } from './report.mjs'
import { installSystemPackages } from './system.mjs'

const LINK = join(ROOT, 'node_modules', '.bin', 'node')

/** Shared libraries that Node itself loads, and the Debian packages that hold them. */
const LIBRARIES = {
  'libstdc++.so.6': 'libstdc++6',
  'libgcc_s.so.1': 'libgcc-s1',
  'libatomic.so.1': 'libatomic1',
}

const PROBE = `const Database = require('better-sqlite3')
new Database(':memory:').close()
console.log(process.versions.node)`

const probe = (node) =>
  promisify(execFile)(node, ['-e', PROBE], { cwd: ROOT }).then(
    ({ stdout }) => ({ version: stdout.trim() }),
    (error) => ({ complaint: String(error.stderr ?? error.message) }),
  )

/**
 * npm scripts and npx find `node` in node_modules/.bin first. npm 11 links it there, npm 10 does not, so it is
 * linked here; Windows has no links without rights and gets the small command file npm would write.
 */
const linkNode = () => {
  if (!existsSync(PACKAGED_NODE)) return
  mkdirSync(dirname(LINK), { recursive: true })
  const target = relative(dirname(LINK), PACKAGED_NODE)
  if (process.platform === 'win32') {
    if (!existsSync(`${LINK}.cmd`)) writeFileSync(`${LINK}.cmd`, `@"%~dp0\\${target}" %*\r\n`)
    return
  }
  const there = lstatSync(LINK, { throwIfNoEntry: false })
  if (there?.isSymbolicLink() && readlinkSync(LINK) === target) return
  rmSync(LINK, { force: true })
  symlinkSync(target, LINK)
}

const missingLibrary = (complaint) => /shared libraries: (\S+?):/.exec(complaint)?.[1]

/** Makes sure that a Node that can run Verbatim is there and that SQLite loads on it; returns its version, in words. */
export const ensureNode = async () => {
  linkNode()
  const node = findNode()
  if (node === null)
    throw new CannotGoOn(
      `There is no packaged Node for ${process.platform} ${process.arch} (${NODE_PACKAGE}). Install Node ${WANTED_NODE} or newer and run the same command again.`,
    )
  let answer = await probe(node)
  const library = missingLibrary(answer.complaint ?? '')
  if (library !== undefined) {
    await installSystemPackages([LIBRARIES[library] ?? library])
    answer = await probe(node)
  }
  if (answer.version === undefined)
    throw new CannotGoOn(`SQLite does not load on ${node}: ${answer.complaint.trim().split('\n').at(-1)}`)
  return `Node ${answer.version}, SQLite loads`
}
