import type { Clock } from './clock.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type LibraryId = Branded<'library'>
export type DeviceId = Branded<'device'>
export type SourceId = Branded<'source'>
export type VersionId = Branded<'version'>
export type AnnotationId = Branded<'annotation'>
export type AnchorId = Branded<'anchor'>
export type ActorId = Branded<'actor'>
export type TopicId = Branded<'topic'>
export type BriefId = Branded<'brief'>
export type RevisionId = Branded<'revision'>
export type CustodyId = Branded<'custody'>
export type ActionId = Branded<'action'>
/** One import of many files: its actions are one step of undo, and their ids begin with its own. */
export type RunId = Branded<'run'>
/** A child row (a tag, an author, a segment …) that nothing else refers to. */
export type RowId = Branded<'row'>
/** SHA-256 in 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<'sha256'>

interface IdKinds {
  readonly lib: LibraryId
  readonly dev: DeviceId
  readonly src: SourceId
  readonly ver: VersionId
  readonly an: AnnotationId
  readonly anc: AnchorId
  readonly act: ActorId
  readonly top: TopicId
  readonly br: BriefId
  readonly rev: RevisionId
  readonly cus: CustodyId
  readonly do: ActionId
  readonly run: RunId
  readonly row: RowId
}
export type IdPrefix = keyof IdKinds

/** Makes ids such as `src_0193…`: never reused, and in the order of their making. */
export interface Ids {
  readonly next: <P extends IdPrefix>(prefix: P) => IdKinds[P]
}

export type RandomBytes = (count: number) => Uint8Array

/**
 * Ids of a prefix and a UUIDv7 (RFC 9562) in 32 hexadecimal digits: 48 bits of
 * milliseconds, a 12-bit counter so that ids of one millisecond stay in order,
 * 62 random bits. A clock that goes backwards does not break the order.
 */
export function uuidv7Ids(clock: Clock, random: RandomBytes): Ids {
  let last = 0
  let counter = 0
  const tick = (): void => {
    const now = clock.now().getTime()
    if (now > last) {
      last = now
      counter = 0
    } else if (counter < 0xfff) {
      counter += 1
    } else {
      last += 1
      counter = 0
    }
  }
  return {
    next: <P extends IdPrefix>(prefix: P): IdKinds[P] => {
      tick()
      const tail = Array.from(random(8), (byte, at) => (at === 0 ? (byte & 0x3f) | 0x80 : byte))
      const hex = tail.map((byte) => byte.toString(16).padStart(2, '0')).join('')
      const time = last.toString(16).padStart(12, '0')
      return `${prefix}_${time}7${counter.toString(16).padStart(3, '0')}${hex}` as IdKinds[P]
    },
  }
}
