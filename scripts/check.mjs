// `npm run check`: the same as the test command in half a minute, without the set-up and the slow tests.
import { runEverything } from './parts.mjs'

process.exitCode = await runEverything(['--project=fast', ...process.argv.slice(2)])
