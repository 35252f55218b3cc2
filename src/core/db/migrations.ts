import { first, TRIGGERS } from './migrations/0001-first.ts'
import { doi } from './migrations/0002-doi.ts'
import { momentsAndStories } from './migrations/0003-moments-and-stories.ts'
import { wordCodes } from './migrations/0004-word-codes.ts'
import { citationStyles } from './migrations/0005-citation-styles.ts'

/** One step from a schema to the next. SQL only, and additive. */
export interface Migration {
  /** The schema version that the step leads to; steps count from 1 without gaps. */
  readonly number: number
  readonly name: string
  readonly sql: string
}

export const MIGRATIONS: readonly Migration[] = [first, doi, momentsAndStories, wordCodes, citationStyles]

/** Made anew after every step, since rebuilding a table takes its triggers away. */
export const GUARDS = TRIGGERS

export const SCHEMA_VERSION = MIGRATIONS.length
