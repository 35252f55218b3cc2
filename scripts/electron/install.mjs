import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotGoOn, step } from '../bootstrap/report.mjs'
import { installSystemPackages } from '../bootstrap/system.mjs'
import { findNode, ROOT } from '../runtime.mjs'
import { FALLBACK, findElectron } from './find.mjs'
import { installFallback } from './fallback.mjs'

const DOWNLOAD_LIMIT_MS = 300_000

/** Shared libraries of a desktop that Chromium loads, and the Debian packages that hold them, newest name first. */
const LIBRARIES = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libgbm.so.1': ['libgbm1'],
}

const runFile = promisify(execFile)

const official = () =>
  runFile(findNode(), [join(ROOT, 'node_modules', 'electron', 'install.js')], {
    timeout: DOWNLOAD_LIMIT_MS,
  }).then(
    () => true,
    () => false,
  )

/** Makes sure that there is an Electron to open the app with; returns where it comes from, in words. */
const ensureElectron = async (progress) => {
  if (findElectron() !== null) return describe(findElectron())
  progress('downloading')
  if ((await official()) && findElectron() !== null) return describe(findElectron())
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new CannotGoOn(
      'Electron could not be downloaded. Look at the network (or the proxy) and run the same command again.',
    )
  await installFallback(progress)
  return describe(findElectron())
}

/** True when the Electron found is the fallback, which needs an SQLite of its own. */
const isFallback = () => findElectron()?.startsWith(FALLBACK) === true

const describe = (program) => {
  const note = join(program, '..', 'version')
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'of your own'
  return `Electron ${version}`
}

const missingLibraries = async (program) => {
  const { stdout } = await runFile('ldd', [program])
  return Object.keys(LIBRARIES).filter((name) => stdout.includes(`${name} => not found`))
}

const known = async (name) =>
  (await runFile('apt-cache', ['show', name]).catch(() => ({ stdout: '' }))).stdout !== ''

/** Installs the desktop libraries that Chromium lacks here; returns what it did, in words. */
const ensureLibraries = async () => {
  if (process.platform !== 'linux') return 'part of the system'
  const missing = await missingLibraries(findElectron())
  if (missing.length === 0) return 'all there'
  const names = []
  for (const library of missing) {
    const [newer, older = newer] = LIBRARIES[library]
    names.push((await known(newer)) ? newer : older)
  }
  await installSystemPackages(names)
  return `installed ${names.join(' ')}`
}

/** What opening the app's window needs beyond the command line, a line a step. */
export const setUpElectron = async () => {
  await step('Electron', ensureElectron)
  await step('Libraries', ensureLibraries)
  if (!isFallback()) return
  const { ensureNativeSqlite } = await import('./native.mjs')
  await step('SQLite for Electron', ensureNativeSqlite)
}
