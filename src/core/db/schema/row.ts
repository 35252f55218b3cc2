import { text } from 'drizzle-orm/sqlite-core'
import type { DeviceId } from '../ids.ts'

/*
 * The schema as the queries see it. `migrations/` holds the SQL that makes it
 * (with the FTS5 tables and triggers); `schema.test.ts` holds the two together.
 */

/** What every row that travels has besides its own columns. */
export const row = <Id extends string>() => ({
  id: text('id').$type<Id>().primaryKey(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  deletedAt: text('deleted_at'),
  deviceId: text('device_id').$type<DeviceId>().notNull(),
})
