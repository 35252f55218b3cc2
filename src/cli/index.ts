import { errorLog } from './error-log.ts'
import { run } from './run.ts'

/**
 * A reader that stops early (`verbatim check … | head`) is no fault, and no
 * reason to leave the work undone or to end as if all were well.
 */
function tellUnwritten(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    process.stderr.write(`The result could not be written (${code}). What was stored is kept.\n`)
    process.once('exit', () => {
      process.exitCode ||= 1
    })
  })
}

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

tellUnwritten()
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  interruption,
  log: errorLog(process.env),
})
