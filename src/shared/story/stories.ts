/** Two sources whose texts are alike; `likeness` is 0 to 1. */
export interface StoryLink {
  readonly source: string
  readonly other: string
  readonly likeness: number
}

/** What a person said of two sources. */
export interface StorySaid {
  readonly source: string
  readonly other: string
  readonly same: boolean
}

/**
 * The stories of some sources: by source the story's id, which is the least of
 * its sources' ids; a source alone has none. What a person joined comes first,
 * then the likest; no step brings two together that a person parted, so their
 * mates go with the one they are more like. The same whatever order the links
 * are in; what was said is in the order in which it was.
 */
export function storiesOf(
  links: readonly StoryLink[],
  said: readonly StorySaid[],
): ReadonlyMap<string, string> {
  const apart = new Map<string, Set<string>>()
  for (const { source, other, same } of said) {
    if (same) continue
    apart.set(source, (apart.get(source) ?? new Set()).add(other))
    apart.set(other, (apart.get(other) ?? new Set()).add(source))
  }
  const groups = new Map<string, Set<string>>()
  const groupOf = (source: string): Set<string> => groups.get(source) ?? new Set([source])
  const join = ({ source, other }: { readonly source: string; readonly other: string }): void => {
    const pair = [groupOf(source), groupOf(other)].toSorted((a, b) => a.size - b.size)
    const [fewer = new Set(), more = new Set()] = pair
    if (fewer === more || (apart.size > 0 && [...fewer].some((each) => meets(apart.get(each), more)))) return
    for (const each of more.size === 1 ? [...more, ...fewer] : fewer) groups.set(each, more.add(each))
  }
  for (const each of said) if (each.same) join(each)
  for (const each of links.toSorted(byLikeness)) join(each)
  const ids = new Map<ReadonlySet<string>, string>()
  for (const group of groups.values()) if (!ids.has(group)) ids.set(group, leastOf(group))
  return new Map(Array.from(groups, ([source, group]) => [source, ids.get(group) ?? source]))
}

const meets = (some: ReadonlySet<string> | undefined, others: ReadonlySet<string>): boolean =>
  some !== undefined && [...some].some((each) => others.has(each))

function byLikeness(one: StoryLink, other: StoryLink): number {
  if (one.likeness !== other.likeness) return other.likeness - one.likeness
  return keyOf(one) < keyOf(other) ? -1 : 1
}

const keyOf = ({ source, other }: StoryLink): string =>
  source < other ? `${source} ${other}` : `${other} ${source}`

const leastOf = (group: ReadonlySet<string>): string =>
  [...group].reduce((least, each) => (each < least ? each : least))
