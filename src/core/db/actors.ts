import type { ActorId, TopicId } from './ids.ts'
import type { Reader } from './reader.ts'
import { actor, actorAlias, actorRole, topic } from './schema/actors.ts'
import type { Writer } from './writer.ts'

/** A person or body that speaks. */
export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
}

interface Row {
  readonly id: ActorId
  readonly name: string
  readonly aliases: string
  readonly roles: string
}

const names = (table: string): string =>
  `(SELECT json_group_array(name) FROM (SELECT name FROM ${table} WHERE actor_id = a.id AND deleted_at IS NULL ORDER BY id))`

const SELECT = `SELECT a.id, a.name, ${names('actor_alias')} AS aliases, ${names('actor_role')} AS roles
FROM actor a WHERE a.deleted_at IS NULL`

const actorOf = ({ aliases, roles, ...row }: Row): Actor => ({
  ...row,
  aliases: JSON.parse(aliases) as string[],
  roles: JSON.parse(roles) as string[],
})

export function listActors(reader: Reader): Actor[] {
  return reader.sql<Row>(`${SELECT} ORDER BY a.name, a.id`).all().map(actorOf)
}

export function findActor(reader: Reader, id: ActorId): Actor | null {
  const row = reader.sql<Row>(`${SELECT} AND a.id = ?`).get(id)
  return row ? actorOf(row) : null
}

/** One spelling of a name: composed, its white space single. */
const tidy = (name: string): string => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

/** The actor of that name or alias, made when there is none. */
export function actorNamed(writer: Writer, name: string): ActorId {
  const wanted = tidy(name)
  const known = writer
    .sql<{ readonly id: ActorId }>(
      `SELECT id FROM actor a WHERE deleted_at IS NULL AND (name = ? OR EXISTS
        (SELECT 1 FROM actor_alias WHERE actor_id = a.id AND name = ? AND deleted_at IS NULL))
       ORDER BY name <> ?, created_at, id LIMIT 1`,
    )
    .get(wanted, wanted, wanted)
  if (known) return known.id
  const id = writer.ids.next('act')
  writer.insert(actor, { id, name: wanted })
  return id
}

/** The topic of that name, made when there is none. */
export function topicNamed(writer: Writer, name: string): TopicId {
  const wanted = tidy(name)
  const known = writer
    .sql<{ readonly id: TopicId }>(
      'SELECT id FROM topic WHERE name = ? AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1',
    )
    .get(wanted)
  if (known) return known.id
  const id = writer.ids.next('top')
  writer.insert(topic, { id, name: wanted })
  return id
}

/** Every topic's name. */
export function listTopics(reader: Reader): string[] {
  return reader
    .sql<{ readonly name: string }>('SELECT DISTINCT name FROM topic WHERE deleted_at IS NULL ORDER BY name')
    .all()
    .map(({ name }) => name)
}

/** Lets an actor go by another name too. */
export function addActorAlias(writer: Writer, id: ActorId, name: string): void {
  const known = findActor(writer, id)
  if (!known || known.name === tidy(name) || known.aliases.includes(tidy(name))) return
  writer.insert(actorAlias, { id: writer.ids.next('row'), actorId: id, name: tidy(name) })
}

export function addActorRole(writer: Writer, id: ActorId, role: string): void {
  const known = findActor(writer, id)
  if (!known || known.roles.includes(tidy(role))) return
  writer.insert(actorRole, { id: writer.ids.next('row'), actorId: id, name: tidy(role) })
}

/** Who speaks in an annotation's passage, by every name; null when nobody said. */
export function speakerOf(reader: Reader, annotation: string): Actor | null {
  const row = reader
    .sql<Row>(
      `${SELECT} AND a.id = (SELECT actor_id FROM attribution
        WHERE annotation_id = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1)`,
    )
    .get(annotation)
  return row ? actorOf(row) : null
}
