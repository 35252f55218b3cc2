// `npm test`, after the set-up: every part and every test, those in the app's window last.
import { runEndToEnd } from './end-to-end.mjs'
import { runEverything } from './parts.mjs'

// Arguments choose among the tests outside of the window; whoever names some wants those alone.
const chosen = process.argv.slice(2)
const andThen = chosen.length === 0 ? (node) => runEndToEnd(node, []) : undefined
process.exitCode = await runEverything(chosen, andThen)
