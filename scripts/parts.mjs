import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sentenceOf } from './bootstrap/report.mjs'
import { run, seconds } from './run.mjs'
import { findNode, ROOT } from './runtime.mjs'

const REPORT = join(ROOT, 'out', 'test-report.json')

const tool = (name, path) => join(ROOT, 'node_modules', name, path)

/** What "good" means, apart from the tests: name, program, arguments. All run on the packages' Node. */
const PARTS = [
  ['Format', [tool('oxfmt', 'bin/oxfmt'), '--check']],
  ['Lint', [tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings']],
  ['Types', [tool('typescript', 'bin/tsc'), '-b']],
  ['Dead code', [tool('knip', 'bin/knip.js')]],
]

const runPart = async (node, [name, args]) => {
  const { code, output, ms } = await run(node, args, false)
  process.stdout.write(`${code === 0 ? '  ok  ' : 'FAILED'}  ${name} (${seconds(ms)})\n`)
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`)
  return code === 0
}

const readReport = () => {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'))
  } catch (error) {
    process.stdout.write(`The tests left no report (${error.message}).\n`)
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}

/** A file that could not even be loaded has no tests to count, yet it failed. */
const brokenFiles = (report) =>
  report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )

/** Runs the tests and counts them. Zero tests, or an end other than well, is a failure. */
const runTests = async (node, args) => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const { code, ms } = await run(node, [tool('vitest', 'vitest.mjs'), 'run', ...reporters, ...args], true)
  const report = readReport()
  const passed = report.numPassedTests
  const counted = report.numFailedTests + brokenFiles(report).length
  const failed = counted === 0 && (code !== 0 || passed === 0) ? 1 : counted
  process.stdout.write(`${failed === 0 ? '  ok  ' : 'FAILED'}  Tests (${seconds(ms)})\n`)
  return { passed, failed }
}

/** Why nothing can run at all, in a sentence; null where all can. Clears the last report away. */
const obstacle = () => {
  if (findNode() === null) return 'The packages are not installed. Run: node scripts/bootstrap.mjs'
  try {
    mkdirSync(dirname(REPORT), { recursive: true })
    rmSync(REPORT, { force: true })
    return null
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    return sentence
  }
}

/**
 * Runs every part and the tests, then ends with one line, `N passed, N failed`: tests, and each failed part as one.
 * `testArguments` go to the test runner; `andThen` runs more tests on the Node it is given, and counts them.
 */
export const runEverything = async (testArguments, andThen = async () => ({ passed: 0, failed: 0 })) => {
  const stopped = obstacle()
  if (stopped !== null) {
    process.stdout.write(`${stopped}\n0 passed, 1 failed\n`)
    return 1
  }
  const node = findNode()
  const began = performance.now()
  let failedParts = 0
  for (const part of PARTS) failedParts += (await runPart(node, part)) ? 0 : 1
  const tests = await runTests(node, testArguments)
  const more = await andThen(node)
  const passed = tests.passed + more.passed
  const failed = tests.failed + more.failed + failedParts
  process.stdout.write(
    `All of it took ${seconds(performance.now() - began)}\n\n${passed} passed, ${failed} failed\n`,
  )
  return failed === 0 ? 0 : 1
}
