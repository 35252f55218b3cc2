import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../runtime.mjs'

/** Where the fallback runtime is unpacked; see install.mjs. */
export const FALLBACK = join(ROOT, '.cache', 'electron-33.2.1')

const program = (folder) => {
  if (process.platform === 'win32') return join(folder, 'electron.exe')
  if (process.platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(folder, 'electron')
}

/** The package keeps the name of its program in path.txt once the download is complete. */
const downloaded = () => {
  const folder = join(ROOT, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  return existsSync(note) ? join(folder, 'dist', readFileSync(note, 'utf8').trim()) : null
}

/** The Electron to open the app with: the one named by the user, the downloaded one, the fallback; else null. */
export const findElectron = () => {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const candidates = [named === undefined ? null : program(named), downloaded(), program(FALLBACK)]
  return candidates.find((path) => path !== null && existsSync(path)) ?? null
}
