// Builds the app, or opens it: `build`, `dev`, `preview`. Building needs no Electron.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from './electron/find.mjs'
import { findNode, ROOT } from './runtime.mjs'

/** The oldest Electron that the build must run on; electron-vite would aim at the installed one alone. */
const OLDEST_ELECTRON = '33'

const COMMANDS = ['build', 'dev', 'preview']

const main = async (command, rest) => {
  if (!COMMANDS.includes(command)) throw new Error(`Say what to do: ${COMMANDS.join(', ')}.`)
  const node = findNode()
  if (node === null) throw new Error('The packages are not installed. Run: node scripts/bootstrap.mjs')
  const env = { ...process.env, ELECTRON_MAJOR_VER: OLDEST_ELECTRON }
  const args = [join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), command, ...rest]
  if (command !== 'build') {
    const electron = findElectron()
    if (electron === null)
      throw new Error('Electron is not installed. Run: node scripts/bootstrap.mjs --electron')
    env.ELECTRON_EXEC_PATH = electron
    if (process.getuid?.() === 0) args.push('--noSandbox')
  }
  const child = spawn(node, args, { cwd: ROOT, env, stdio: 'inherit' })
  child.on('exit', (code) => process.exit(code ?? 1))
}

try {
  await main(process.argv[2], process.argv.slice(3))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
