// `npm run check`: the same as the test command in half a minute, without the set-up and the slow tests.
import { runEverything } from './parts.mjs'

// Files share their modules here, which halves the time; `npm test` gives each file a world of its own.
process.exitCode = await runEverything(['--project=fast', '--no-isolate', ...process.argv.slice(2)])
