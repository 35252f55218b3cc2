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
  const groups = new Map<string, ReadonlySet<string>>()
  const groupOf = (source: string): ReadonlySet<string> => groups.get(source) ?? new Set([source])
  const join = ({ source, other }: { readonly source: string; readonly other: string }): void => {
    const [one, two] = [groupOf(source), groupOf(other)]
    if (one === two || [...one].some((each) => meets(apart.get(each), two))) return
    const joined = new Set([...one, ...two])
    for (const each of joined) groups.set(each, joined)
  }
  for (const each of said) if (each.same) join(each)
  for (const each of links.toSorted(byLikeness)) join(each)
  return new Map(Array.from(groups, ([source, group]) => [source, leastOf(group)]))
}

const meets = (some: ReadonlySet<string> | undefined, others: ReadonlySet<string>): boolean =>
  some !== undefined && [...some].some((each) => others.has(each))

function byLikeness(one: StoryLink, other: StoryLink): number {
  const key = ({ source, other: mate }: StoryLink): string => [source, mate].toSorted().join(' ')
  return other.likeness - one.likeness || (key(one) < key(other) ? -1 : 1)
}

const leastOf = (group: ReadonlySet<string>): string =>
  [...group].reduce((least, each) => (each < least ? each : least))
