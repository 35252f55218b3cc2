import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from '../electron/find.mjs'
import { findNode, ROOT } from '../runtime.mjs'

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Electron is fetched once, by the set-up that `npm start` does; true once it is there. */
const ensureElectron = () => {
  if (findElectron() !== null) return true
  process.stdout.write('\nThere is a display: the app is set up, so that it can open on that library.\n')
  const setUp = [join(ROOT, 'scripts', 'bootstrap.mjs'), '--electron']
  return spawnSync(process.execPath, setUp, { cwd: ROOT, stdio: 'inherit' }).status === 0
}

/**
 * Opens the app on a library, as a program of its own that the demo does not wait for. False where there
 * is no display, or where Electron cannot be had.
 */
export const openApp = (library) => {
  if (!hasDisplay() || !ensureElectron()) return false
  const child = spawn(findNode(), [join(ROOT, 'scripts', 'electron-vite.mjs'), 'preview'], {
    cwd: ROOT,
    env: { ...process.env, VERBATIM_LIBRARY: library },
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
  return true
}
