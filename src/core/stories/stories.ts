import type { DiffOperation } from '../../shared/contract/check.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import type { Story } from '../../shared/contract/stories.ts'
import { differencesOf } from '../../shared/story/differences.ts'
import { recordCustody } from '../db/custody.ts'
import { findSource, type SourceRow } from '../db/sources.ts'
import { likenessesOf, takeUpPending } from '../db/story-index.ts'
import { listSaid, listStory, sayStory, storiesPending } from '../db/stories.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed, sourceText } from '../sources/sources.ts'

/** Sources of an older library that one transaction compares, some 20 ms: others may write, and be answered, between two. */
const AT_ONCE = 8

/** The sources of a source's story. `source` is an id or a citekey. Throws `REFUSED` `unknown-source`. */
export async function storyOf(library: Library, asked: { readonly source: string }): Promise<Story> {
  const source = sourceNamed(library.reader, asked.source)
  await compareAll(library)
  return storyNow(library, source)
}

/** What differs between the current texts of two sources. Throws `REFUSED` `unknown-source`, `no-text`, `damaged-text`. */
export function storyDifferences(
  library: Library,
  { source, other }: { readonly source: string; readonly other: string },
): { diff: DiffOperation[] } {
  return { diff: [...differencesOf(sourceText(library, { source }), sourceText(library, { source: other }))] }
}

/** Keeps a person's word on two sources: one action, with custody of both. Throws `REFUSED` `unknown-source`, `same-source`. */
export function sayOfStory(
  library: Library,
  asked: { readonly source: string; readonly other: string; readonly same: boolean },
): Story {
  const { same } = asked
  const source = sourceNamed(library.reader, asked.source)
  const other = sourceNamed(library.reader, asked.other)
  if (source.id === other.id)
    throw refused(
      'same-source',
      'A source cannot be told from itself. Nothing was changed; name another source.',
    )
  library.write(
    same ? 'say that two sources are one story' : 'say that two sources are no one story',
    (writer) => {
      sayStory(writer, source.id, other.id, same)
      for (const [of, mate] of [
        [source, other],
        [other, source],
      ] as const) {
        const detail = { by: 'person', story: { other: mate.id, same } }
        recordCustody(writer, { kind: 'edit', source: of.id, version: of.currentVersion, detail })
      }
    },
  )
  return storyNow(library, sourceNamed(library.reader, source.id))
}

function storyNow({ reader }: Library, { id }: SourceRow): Story {
  const said = listSaid(reader, id)
  const mateOf = (word: (typeof said)[number]): string => (word.source === id ? word.other : word.source)
  const joined = new Set(said.filter(({ same }) => same).map(mateOf))
  const mates = listStory(reader, id).filter((other) => other !== id)
  const others = Array.from(likenessesOf(reader, id, mates), ([other, found]) => {
    const { likeness = null, contained = null } = found ?? {}
    return { source: sourceNamed(reader, other), likeness, contained, said: joined.has(other) }
  })
  return {
    source: sourceNamed(reader, id),
    others: others.toSorted((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0)),
    parted: said.filter(({ same }) => !same).flatMap((word) => findSource(reader, mateOf(word)) ?? []),
  }
}

/** Compares what waits since an older version of Verbatim; where the library cannot be written, what is known serves. */
async function compareAll(library: Library): Promise<void> {
  if (!storiesPending(library.reader)) return
  try {
    while (library.writeQuietly((writer) => takeUpPending(writer, AT_ONCE))) await new Promise(setImmediate)
  } catch (thrown) {
    if (!(thrown instanceof Failure && thrown.kind === 'LIBRARY')) throw thrown
  }
}
