import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotGoOn, step } from './bootstrap/report.mjs'
import { ensureDisplay } from './end-to-end/display.mjs'
import { setStage } from './end-to-end/stage.mjs'
import { run, seconds } from './run.mjs'
import { ROOT } from './runtime.mjs'

const REPORT = join(ROOT, 'out', 'e2e-report.json')

const prepare = async () => {
  const { setUpElectron } = await import('./electron/install.mjs')
  await setUpElectron()
  await step('Display', ensureDisplay)
}

const readReport = () => {
  if (!existsSync(REPORT)) return { expected: 0, unexpected: 1, flaky: 0 }
  return JSON.parse(readFileSync(REPORT, 'utf8')).stats
}

const NOT_ASSERTED =
  '        Not asserted: the system’s own sandbox, which Chromium has not for this user on this machine.\n'

/** Tests in the built app. A passed one that had to be tried twice counts as failed. */
const runTests = async (node, args) => {
  for (const left of [REPORT, join(ROOT, 'out', 'e2e')]) rmSync(left, { recursive: true, force: true })
  const built = await run(node, [join(ROOT, 'scripts', 'electron-vite.mjs'), 'build'], false)
  if (built.code !== 0) {
    process.stdout.write(`FAILED  Build\n${built.output.trimEnd()}\n`)
    return { passed: 0, failed: 1 }
  }
  const stage = await setStage()
  const test = [join(stage.root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args]
  const [program, ...words] = [...stage.prefix, node.replace(ROOT, join(stage.root, '/')), ...test]
  const { code, ms } = await run(program, words, true, stage.env, stage.root)
  stage.end()
  const { expected, unexpected, flaky } = readReport()
  const failed = unexpected + flaky === 0 && (code !== 0 || expected === 0) ? 1 : unexpected + flaky
  process.stdout.write(`${failed === 0 ? '  ok  ' : 'FAILED'}  End to end (${seconds(ms)})\n`)
  if (!stage.sandboxed) process.stdout.write(NOT_ASSERTED)
  return { passed: expected, failed }
}

/** Runs the end-to-end tests on real Electron; where none can be had it says so, and they count as neither. */
export const runEndToEnd = async (node, args) => {
  try {
    await prepare()
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    process.stdout.write(`SKIPPED End to end: ${error.message}\n`)
    return { passed: 0, failed: 0 }
  }
  return runTests(node, args)
}
