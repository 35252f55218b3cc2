const ENDS_ALLOWED = 3
const WITHIN_MILLISECONDS = 20_000

/**
 * Whether a process that has ended at these times (milliseconds, oldest first) is started once more. One that keeps
 * ending would be started for ever; the user is told instead.
 */
export function mayRestart(ends: readonly number[]): boolean {
  const last = ends.at(-1) ?? 0
  return ends.filter((time) => last - time < WITHIN_MILLISECONDS).length <= ENDS_ALLOWED
}
