// `npm run e2e`, after the set-up: the tests in the built app's window, on real Electron. Arguments go to Playwright.
import { runEndToEnd } from './end-to-end.mjs'
import { findNode } from './runtime.mjs'

const { passed, failed } = await runEndToEnd(findNode(), process.argv.slice(2))
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
