import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActorId, RowId, TopicId } from '../ids.ts'
import { row } from './row.ts'

export const actor = sqliteTable('actor', { ...row<ActorId>(), name: text('name').notNull() })

export const actorAlias = sqliteTable('actor_alias', {
  ...row<RowId>(),
  actorId: text('actor_id').$type<ActorId>().notNull(),
  name: text('name').notNull(),
})

export const actorRole = sqliteTable('actor_role', {
  ...row<RowId>(),
  actorId: text('actor_id').$type<ActorId>().notNull(),
  name: text('name').notNull(),
})

export const topic = sqliteTable('topic', { ...row<TopicId>(), name: text('name').notNull() })
