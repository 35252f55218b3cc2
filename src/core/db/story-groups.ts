import { storiesOf, type StoryLink } from '../../shared/story/stories.ts'
import type { SourceId } from './ids.ts'
import type { Reader } from './reader.ts'
import { listSaid, type SaidRow } from './stories.ts'
import type { Writer } from './writer.ts'

interface LinkRow extends StoryLink {
  readonly source: SourceId
  readonly other: SourceId
}

const LINKS = `SELECT source_id AS source, other_id AS other, likeness FROM story_link`

const linksOf = (reader: Reader, source: SourceId): readonly LinkRow[] =>
  reader
    .sql<LinkRow>(`${LINKS} WHERE source_id = ? UNION ALL ${LINKS} WHERE other_id = ?`)
    .all(source, source)

/** The sources that links tie to one. */
export const linkedTo = (reader: Reader, source: SourceId): SourceId[] =>
  linksOf(reader, source).map((link) => (link.source === source ? link.other : link.source))

/** Settles the stories of these sources and of all that links, a person's word or their old story tie to them. */
export function regroup(writer: Writer, sources: ReadonlySet<SourceId>): void {
  const tied = new Set(sources)
  const links = new Map<string, LinkRow>()
  const said = new Map<string, SaidRow>()
  const seen = new Set<SourceId>()
  // A set is walked to its end while it grows.
  for (const source of tied) {
    for (const link of linksOf(writer, source)) {
      links.set(`${link.source} ${link.other}`, link)
      tied.add(link.source).add(link.other)
    }
    for (const word of listSaid(writer, source)) {
      said.set(word.id, word)
      if (word.same) tied.add(word.source).add(word.other)
    }
    const story = storyIdOf(writer, source)
    if (story === null || seen.has(story)) continue
    seen.add(story)
    for (const mate of membersOf(writer, story)) tied.add(mate)
  }
  const inOrder = [...said.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const stories = storiesOf([...links.values()], inOrder)
  for (const source of tied) setStory(writer, source, (stories.get(source) ?? null) as SourceId | null)
}

/**
 * Takes a source into the story of its new mates, whatever the size of that:
 * what `regroup` would give where nobody said anything of them. False, and
 * nothing done, where somebody did.
 */
export function admit(writer: Writer, source: SourceId, mates: readonly SourceId[]): boolean {
  const all = [source, ...mates]
  const stories = new Set(all.flatMap((each) => storyIdOf(writer, each) ?? []))
  if (all.some((each) => isSaidOf(writer, each)) || [...stories].some((story) => isSaidWithin(writer, story)))
    return false
  const least = [...all, ...stories].reduce((found, each) => (each < found ? each : found))
  for (const story of stories)
    if (story !== least) writer.run('UPDATE story_member SET story_id = ? WHERE story_id = ?', least, story)
  for (const each of all) setStory(writer, each, least)
  return true
}

/** Whether a person said anything of a source, or of one of a story's sources, and did not take it back. */
export const isSaidOf = (reader: Reader, source: SourceId): boolean =>
  reader
    .sql('SELECT 1 FROM story_said WHERE deleted_at IS NULL AND (source_id = ? OR other_id = ?) LIMIT 1')
    .get(source, source) !== undefined

const isSaidWithin = (reader: Reader, story: SourceId): boolean =>
  reader
    .sql(
      `SELECT 1 FROM story_said w WHERE w.deleted_at IS NULL AND EXISTS (
         SELECT 1 FROM story_member WHERE story_id = ? AND source_id IN (w.source_id, w.other_id)) LIMIT 1`,
    )
    .get(story) !== undefined

const storyIdOf = (reader: Reader, source: SourceId): SourceId | null =>
  reader
    .sql<{ readonly story: SourceId }>('SELECT story_id AS story FROM story_member WHERE source_id = ?')
    .get(source)?.story ?? null

const membersOf = (reader: Reader, story: SourceId): readonly SourceId[] =>
  reader
    .sql<{ readonly source: SourceId }>('SELECT source_id AS source FROM story_member WHERE story_id = ?')
    .all(story)
    .map(({ source }) => source)

function setStory(writer: Writer, source: SourceId, story: SourceId | null): void {
  if (story === null) writer.run('DELETE FROM story_member WHERE source_id = ?', source)
  else
    writer.run(
      `INSERT INTO story_member (source_id, story_id) VALUES (?, ?)
       ON CONFLICT (source_id) DO UPDATE SET story_id = excluded.story_id WHERE story_id <> excluded.story_id`,
      source,
      story,
    )
}
