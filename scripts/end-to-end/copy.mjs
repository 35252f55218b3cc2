import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from '../runtime.mjs'

/** What the tests and the app read of our own: copied, so that work can go on here meanwhile. `out` holds the built app. */
const OWN = [
  'bin',
  'e2e',
  'out',
  'package.json',
  'playwright.config.ts',
  'resources',
  'scripts',
  'src',
  'tsconfig.base.json',
  'tsconfig.tests.json',
]
/** The packages and the runtime: large, and never written to. */
const LARGE = ['.native', 'node_modules', join('.cache', 'electron-33.2.1')]

const inRoot = (program, args) =>
  execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const isThere = (name) => existsSync(join(ROOT, name))

/** Whether any file beneath may be read by its owner alone. */
const holdsClosed = (name) =>
  inRoot('find', [name, '!', '-type', 'l', '!', '-perm', '-o+r', '-print', '-quit']) !== ''

const copy = (name, folder) => inRoot('cp', ['-a', name, folder])

/** Second names for the same files cost neither time nor room. */
const link = (name, folder) => {
  const copied = join(folder, basename(name))
  if (!holdsClosed(name)) {
    try {
      return inRoot('cp', ['-al', name, folder])
    } catch {
      // Another disk takes no second name for a file of this one.
      rmSync(copied, { recursive: true, force: true })
    }
  }
  copy(name, folder)
  return inRoot('chmod', ['-R', 'a+rX', copied])
}

/** Puts all that the tests need into a folder that every user can reach, to be read by every user. */
export const copyTo = (folder) => {
  mkdirSync(join(folder, '.cache'))
  for (const name of LARGE.filter(isThere)) link(name, join(folder, name, '..'))
  for (const name of OWN.filter(isThere)) {
    copy(name, folder)
    inRoot('chmod', ['-R', 'a+rX', join(folder, name)])
  }
}
