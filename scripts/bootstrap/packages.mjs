import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_PACKAGE, ROOT } from '../runtime.mjs'
import { installPackages } from './npm.mjs'
import { CannotGoOn } from './report.mjs'

const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.verbatim-bootstrap')
/** What the packages take on disk while they are unpacked, in bytes. */
const NEEDED_SPACE = 900 * 1024 * 1024

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The lockfile and the machine: the same packages serve only the same of both. */
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(ROOT, name)))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

const stamped = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()

/** Folders that must be there: every package of the lockfile that every platform needs, and this one's Node. */
const folders = () =>
  Object.entries(readJson(join(ROOT, 'package-lock.json')).packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && entry.link !== true)
    .filter(([path, entry]) => entry.optional !== true || path === `node_modules/${NODE_PACKAGE}`)
    .map(([path]) => path)

/** npm's own note of what it put there agrees with the lockfile, version by version. */
const agrees = () => {
  const note = join(MODULES, '.package-lock.json')
  if (!existsSync(note)) return false
  const locked = readJson(join(ROOT, 'package-lock.json')).packages
  const installed = readJson(note).packages
  const same = Object.entries(installed).every(([path, entry]) => locked[path]?.version === entry.version)
  return same && folders().every((path) => installed[path] !== undefined)
}

const present = (paths) => paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length

/** True when node_modules already holds what the lockfile names. */
export const packagesMatch = () => {
  const paths = folders()
  return (stamped() || agrees()) && present(paths) === paths.length
}

const checkSpace = () => {
  const { bavail, bsize } = statfsSync(ROOT)
  if (bavail * bsize < NEEDED_SPACE)
    throw new CannotGoOn(
      'Less than 900 MB are free on this disk. Free some space and run the same command again.',
    )
}

/** Installs the lockfile's packages when they are not there already; returns what it did, in words. */
export const ensurePackages = async (progress) => {
  const paths = folders()
  if (packagesMatch()) return `${paths.length} as the lockfile names them`
  checkSpace()
  await installPackages(() => progress(`${present(paths)} of ${paths.length}`))
  if (present(paths) < paths.length)
    throw new CannotGoOn(
      'npm ended well, yet packages are missing. Delete node_modules and run the same command again.',
    )
  return `${paths.length} installed`
}

/** Notes that all is in place, so that the next run need not compare. Where nothing can be written it compares. */
export const stampPackages = () => {
  if (stamped()) return
  try {
    writeFileSync(STAMP, fingerprint())
  } catch (error) {
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error
  }
}
