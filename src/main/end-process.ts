import { kill } from 'node:process'

/**
 * Ends a process of ours, even one that hangs or is held: asked politely it would outlive the app. What it was storing
 * is whole or not there, for each write is one transaction.
 */
export function endProcess(child: { readonly pid?: number | undefined }): void {
  if (child.pid === undefined) return
  try {
    kill(child.pid, 'SIGKILL')
  } catch {
    // It ended by itself just before.
  }
}
