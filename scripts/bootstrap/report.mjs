/** A set-up that cannot go on: `message` is the one sentence the user reads. */
export class CannotGoOn extends Error {}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What a person reads of an error; null for one that is a bug. */
export const sentenceOf = (error) => {
  if (error instanceof CannotGoOn) return error.message
  // On some read-only disks, making a folder is said to fail for a folder above that is there.
  if (UNWRITABLE.has(error.code) || (error.syscall === 'mkdir' && error.code === 'ENOENT'))
    return `${error.path} cannot be written to. Make this checkout writable and run the same command again.`
  if (error.code === 'ENOSPC') return 'The disk is full. Free some space and run the same command again.'
  return null
}

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
