import { errorLog } from './error-log.ts'
import { run } from './run.ts'

// A reader that stops early (`verbatim sources | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** A terminal sends Ctrl+C to the whole group, and `bin/verbatim.mjs` passes it on: twice for once. */
const SAME_KEYSTROKE_MS = 500

/** The first Ctrl+C asks, a later one ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  let asked = 0
  process.on('SIGINT', () => {
    if (!controller.signal.aborted) {
      asked = performance.now()
      controller.abort()
    } else if (performance.now() - asked > SAME_KEYSTROKE_MS) {
      process.exit(130)
    }
  })
  return controller.signal
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  interruption,
  log: errorLog(process.env),
})
