import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from '../electron/find.mjs'
import { findNode, ROOT } from '../runtime.mjs'

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Opens the app on a library, as a program of its own that the demo does not wait for. False where there
 * is no display, or where Electron is not set up yet: fetching it is what `npm start` does.
 */
export const openApp = (library) => {
  if (!hasDisplay() || findElectron() === null) return false
  const child = spawn(findNode(), [join(ROOT, 'scripts', 'electron-vite.mjs'), 'preview'], {
    cwd: ROOT,
    env: { ...process.env, VERBATIM_LIBRARY: library },
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
  return true
}
