/** Tells the time. Injected everywhere, so that tests and replays are exact. */
export interface Clock {
  readonly now: () => Date
}

export const systemClock: Clock = { now: () => new Date() }

/** ISO 8601 in UTC with milliseconds: the one form in which times are stored. */
export const timestamp = (clock: Clock): string => clock.now().toISOString()
