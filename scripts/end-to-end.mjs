import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotGoOn, step } from './bootstrap/report.mjs'
import { hasProgram, installSystemPackages } from './bootstrap/system.mjs'
import { run, seconds } from './run.mjs'
import { ROOT } from './runtime.mjs'

const REPORT = join(ROOT, 'out', 'e2e-report.json')
const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')

/** A window needs a display; where there is none it gets one that nobody sees. */
const needsDisplay = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

const ensureDisplay = async () => {
  if (!needsDisplay()) return 'there'
  if (!hasProgram('xvfb-run') || !hasProgram('xauth')) await installSystemPackages(['xvfb', 'xauth'])
  return 'virtual'
}

const prepare = async () => {
  const { ensureElectron, ensureLibraries, isFallback } = await import('./electron/install.mjs')
  await step('Electron', ensureElectron)
  await step('Libraries', ensureLibraries)
  if (isFallback()) {
    const { ensureNativeSqlite } = await import('./electron/native.mjs')
    await step('SQLite for Electron', ensureNativeSqlite)
  }
  await step('Display', ensureDisplay)
}

const readReport = () => {
  if (!existsSync(REPORT)) return { expected: 0, unexpected: 1, flaky: 0 }
  return JSON.parse(readFileSync(REPORT, 'utf8')).stats
}

/** Tests in the built app. A passed one that had to be tried twice counts as failed. */
const runTests = async (node) => {
  rmSync(REPORT, { force: true })
  const built = await run(node, [join(ROOT, 'scripts', 'electron-vite.mjs'), 'build'], false)
  if (built.code !== 0) {
    process.stdout.write(`FAILED  Build\n${built.output.trimEnd()}\n`)
    return { passed: 0, failed: 1 }
  }
  const test = [PLAYWRIGHT, 'test']
  const { code, ms } = needsDisplay()
    ? await run('xvfb-run', ['-a', node, ...test], true)
    : await run(node, test, true)
  const { expected, unexpected, flaky } = readReport()
  const failed = unexpected + flaky === 0 && (code !== 0 || expected === 0) ? 1 : unexpected + flaky
  process.stdout.write(`${failed === 0 ? '  ok  ' : 'FAILED'}  End to end (${seconds(ms)})\n`)
  if (process.getuid?.() === 0)
    process.stdout.write('        Not asserted: the system’s own sandbox, which Chromium has not as root.\n')
  return { passed: expected, failed }
}

/** Runs the end-to-end tests on real Electron; where none can be had it says so, and they count as neither. */
export const runEndToEnd = async (node) => {
  try {
    await prepare()
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    process.stdout.write(`SKIPPED End to end: ${error.message}\n`)
    return { passed: 0, failed: 0 }
  }
  return runTests(node)
}
