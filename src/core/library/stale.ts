import { statSync } from 'node:fs'
import { basename } from 'node:path'

/** Names of files that are being written: this, then the process, then anything. */
export const TEMPORARY = '.tmp-'

const HOURS_24 = 24 * 60 * 60 * 1000

/**
 * Whether a temporary file was left behind: its process is gone, or a day went
 * by (its number may be another process's by now, or belong to another computer).
 */
export function isStale(file: string, now: number = Date.now()): boolean {
  const process = /^\.tmp-(\d+)-/.exec(basename(file))?.[1]
  if (process === undefined) return false
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return false
  return !isRunning(Number(process)) || now - stats.mtimeMs > HOURS_24
}

function isRunning(id: number): boolean {
  if (id === process.pid) return true
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
