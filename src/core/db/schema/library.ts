import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DeviceId, LibraryId } from '../ids.ts'
import { row } from './row.ts'

export const library = sqliteTable('library', { ...row<LibraryId>(), name: text('name').notNull() })

export const device = sqliteTable('device', { ...row<DeviceId>(), name: text('name').notNull() })
