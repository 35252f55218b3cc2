// `npm test`, after the set-up: every part and every test.
import { runEverything } from './parts.mjs'

process.exitCode = await runEverything(process.argv.slice(2))
