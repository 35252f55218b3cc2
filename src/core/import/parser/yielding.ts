import { constants, setPriority } from 'node:os'

/**
 * Lets every other program go first, the core and the window before all: with as many parsers as there are processors
 * a click would have to wait for its turn. Where the system does not allow it, the parser works as any other.
 */
export function yieldToOthers(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Reading goes on; only answers may take some milliseconds longer.
  }
}
