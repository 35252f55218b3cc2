// `npm test`, after the set-up: every part and every test but those in the window (`npm run e2e`).
import { runEverything } from './parts.mjs'

process.exitCode = await runEverything(process.argv.slice(2))
