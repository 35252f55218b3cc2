/** A set-up that cannot go on: `message` is the one sentence the user reads. */
export class CannotGoOn extends Error {}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/**
 * Runs one step and prints its line: name, what it found, time. On a terminal the line is rewritten while the
 * step reports progress; elsewhere a progress line is printed every five seconds, so that a log stays short.
 */
export const step = async (name, work) => {
  const began = performance.now()
  const terminal = process.stdout.isTTY
  let lastLine = began
  const progress = (text) => {
    if (terminal) process.stdout.write(`\r\u001B[K  ${name} … ${text}`)
    else if (performance.now() - lastLine > 5000) {
      lastLine = performance.now()
      process.stdout.write(`  ${name} … ${text} (${seconds(began)})\n`)
    }
  }
  const clear = () => terminal && process.stdout.write('\r\u001B[K')
  try {
    const found = await work(progress)
    clear()
    process.stdout.write(`  ${name}: ${found} (${seconds(began)})\n`)
  } catch (error) {
    clear()
    throw error
  }
}
