import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotGoOn, step } from './bootstrap/report.mjs'
import { ensureDisplay, partsAtOnce } from './end-to-end/display.mjs'
import { setStage } from './end-to-end/stage.mjs'
import { run, seconds } from './run.mjs'
import { ROOT } from './runtime.mjs'

const reportOf = (part) => join(ROOT, 'out', `e2e-report-${String(part)}.json`)

const prepare = async () => {
  const { setUpElectron } = await import('./electron/install.mjs')
  await setUpElectron()
  await step('Display', ensureDisplay)
}

const readReport = (part) => {
  const report = reportOf(part)
  if (!existsSync(report)) return { expected: 0, unexpected: 1, flaky: 0 }
  return JSON.parse(readFileSync(report, 'utf8')).stats
}

const NOT_ASSERTED =
  '        Not asserted: the system’s own sandbox, which Chromium has not for this user on this machine.\n'

/** Files of tests. Those with names that begin alike take alike long, and go to the parts in turn. */
const specs = () =>
  readdirSync(join(ROOT, 'e2e'))
    .filter((name) => name.endsWith('.spec.ts'))
    .toSorted()
    .map((name) => `e2e/${name}`)

/** One part of the tests, each on a display of its own. A passed one that had to be tried twice counts as failed. */
const runPart = async (stage, node, args, part) => {
  const test = [join(stage.root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args]
  const [program, ...words] = [...stage.prefix(part), node.replace(ROOT, join(stage.root, '/')), ...test]
  const env = { ...stage.env, VERBATIM_E2E_PART: String(part) }
  const { code, ms } = await run(program, words, true, env, stage.root)
  return { code, ms, part }
}

/** Tests in the built app: all of them in parts at the same time, those that were asked for by name one after the other. */
const runTests = async (node, args) => {
  rmSync(join(ROOT, 'out', 'e2e'), { recursive: true, force: true })
  for (const part of [0, 1]) rmSync(reportOf(part), { force: true })
  const built = await run(node, [join(ROOT, 'scripts', 'electron-vite.mjs'), 'build'], false)
  if (built.code !== 0) {
    process.stdout.write(`FAILED  Build\n${built.output.trimEnd()}\n`)
    return { passed: 0, failed: 1 }
  }
  const stage = await setStage()
  const parts = args.length === 0 ? partsAtOnce() : 1
  const running = Array.from({ length: parts }, (_, part) => {
    const files = parts === 1 ? [] : specs().filter((_name, index) => index % parts === part)
    return runPart(stage, node, [...args, ...files], part)
  })
  const ended = await Promise.all(running)
  stage.end()
  let [passed, failed] = [0, 0]
  for (const { code, part } of ended) {
    const { expected, unexpected, flaky } = readReport(part)
    passed += expected
    failed += unexpected + flaky === 0 && (code !== 0 || expected === 0) ? 1 : unexpected + flaky
  }
  const longest = Math.max(...ended.map(({ ms }) => ms))
  process.stdout.write(`${failed === 0 ? '  ok  ' : 'FAILED'}  End to end (${seconds(longest)})\n`)
  if (!stage.sandboxed) process.stdout.write(NOT_ASSERTED)
  return { passed, failed }
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
