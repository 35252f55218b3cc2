// `npm test`, after the set-up: every part and every test, those in the window last.
import { runEndToEnd } from './end-to-end.mjs'
import { runEverything } from './parts.mjs'

process.exitCode = await runEverything(process.argv.slice(2), [runEndToEnd])
