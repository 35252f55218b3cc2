/** Two texts as numbers, one for each token; equal tokens have equal numbers. */
export interface Both {
  readonly one: Int32Array
  readonly other: Int32Array
}

/** A stretch of both: indices of tokens, ends excluded. */
interface Box {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly till: number
}

/** Up to so many tokens of both together are compared one by one straight away. */
const SMALL = 4000
/** Beyond so many edits a stretch is another text: nothing in it is paired. */
const MOST_EDITS = 1500
/** Tokens in a run that is looked for once in each text. */
const RUN = 6

/**
 * For each token of `one` the token of `other` that it became, by the fewest insertions and deletions; −1 for none. The
 * pairs are in order in both texts, so that what stands several times keeps its order. In a large text runs that stand
 * once in both are paired first and part it (patience diff).
 */
export function pairTokens(both: Both): Int32Array {
  const pairs = new Int32Array(both.one.length).fill(-1)
  const open: Box[] = [{ from: 0, to: both.one.length, at: 0, till: both.other.length }]
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const inner = pairEnds(both, box, pairs)
    if (inner.from === inner.to || inner.at === inner.till) continue
    const marks = sizeOf(inner) > SMALL ? runsOfBoth(both, inner) : []
    if (marks.length === 0) pairByEdits(both, inner, pairs)
    else for (const part of boxesBetween(inner, marks, pairs)) open.push(part)
  }
  slideInsertions(both.other, pairs)
  return slideDeletions(both.one, pairs)
}

/**
 * Where a stretch was put in between two equal tokens, either may be the older one. The first is: what is put in, or
 * taken out, begins after what it follows and ends like it, as a new stanza does with its refrain.
 */
function slideInsertions(other: Int32Array, pairs: Int32Array): void {
  let last = -1
  for (let mine = 0; mine < pairs.length; mine += 1) {
    const there = pairs[mine] ?? -1
    if (there < 0) continue
    const gap = last + 1
    const follows = mine === 0 || (pairs[mine - 1] ?? -1) >= 0
    if (follows && there > gap && other[gap] === other[there]) pairs[mine] = gap
    last = pairs[mine] ?? there
  }
}

function slideDeletions(one: Int32Array, pairs: Int32Array): Int32Array {
  let gap = -1
  for (let mine = 0; mine < pairs.length; mine += 1) {
    const there = pairs[mine] ?? -1
    if (there < 0) {
      if (gap < 0) gap = mine
    } else if (gap >= 0 && one[gap] === one[mine] && there === (pairs[gap - 1] ?? -1) + 1) {
      pairs[gap] = there
      pairs[mine] = -1
      gap += 1
    } else gap = -1
  }
  return pairs
}

const sizeOf = ({ from, to, at, till }: Box): number => to - from + till - at

/** Pairs what both stretches begin and end with; what is left between. */
function pairEnds({ one, other }: Both, box: Box, pairs: Int32Array): Box {
  let { from, to, at, till } = box
  while (from < to && at < till && one[from] === other[at]) pairs[from++] = at++
  while (from < to && at < till && one[to - 1] === other[till - 1]) pairs[--to] = --till
  return { from, to, at, till }
}

type Mark = readonly [one: number, other: number]

function boxesBetween(box: Box, marks: readonly Mark[], pairs: Int32Array): Box[] {
  const boxes: Box[] = []
  let { from, at } = box
  for (const [mine, theirs] of [...marks, [box.to, box.till] as const]) {
    boxes.push({ from, to: mine, at, till: theirs })
    if (mine < box.to) pairs[mine] = theirs
    from = mine + 1
    at = theirs + 1
  }
  return boxes
}

/** Beginnings of runs that stand once in each stretch, as many as are in order in both. */
function runsOfBoth({ one, other }: Both, { from, to, at, till }: Box): readonly Mark[] {
  const mine = runsIn(one, from, to)
  const theirs = runsIn(other, at, till)
  const marks: Mark[] = []
  for (const [key, place] of mine) {
    const there = theirs.get(key)
    if (place === SEVERAL || there === undefined || there === SEVERAL) continue
    if (isSameRun(one, place, other, there)) marks.push([place, there])
  }
  return longestRising(marks)
}

const SEVERAL = -1

/** Where each run begins, in the order of the text. */
function runsIn(tokens: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const runs = new Map<number, number>()
  for (let start = from; start + RUN <= to; start += 1) {
    let key = 0
    for (let next = start; next < start + RUN; next += 1)
      key = Math.imul(key ^ (tokens[next] ?? 0), 0x9e3779b1) ^ (key >>> 15)
    runs.set(key, runs.has(key) ? SEVERAL : start)
  }
  return runs
}

function isSameRun(one: Int32Array, start: number, other: Int32Array, there: number): boolean {
  for (let next = 0; next < RUN; next += 1) if (one[start + next] !== other[there + next]) return false
  return true
}

/** The longest part of the marks that goes up in the other text too. They come in the order of the first. */
function longestRising(marks: readonly Mark[]): readonly Mark[] {
  const last: number[] = []
  const before: number[] = []
  for (const [index, [, there]] of marks.entries()) {
    let [low, high] = [0, last.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((marks[last[middle] ?? 0]?.[1] ?? 0) < there) low = middle + 1
      else high = middle
    }
    before.push(last[low - 1] ?? -1)
    last[low] = index
  }
  const rising: Mark[] = []
  for (let index = last.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const mark = marks[index]
    if (mark !== undefined) rising.push(mark)
  }
  return rising.toReversed()
}

/** Myers' greedy comparison: how far each diagonal reaches with so many edits, then back along the way that came first. */
function pairByEdits(both: Both, box: Box, pairs: Int32Array): void {
  const steps = reachesOf(both, box)
  if (steps === null) return
  const { one, other } = both
  let x = box.to - box.from
  let y = box.till - box.at
  for (let edits = steps.length - 1; edits >= 0 && (x > 0 || y > 0); edits -= 1) {
    const diagonal = x - y
    const reach = edits === 0 ? null : steps[edits - 1]
    const down = reach === null || reach === undefined ? true : isDown(reach, edits - 1, diagonal)
    const startX = edits === 0 ? 0 : reachAt(reach ?? NO_REACH, edits - 1, down ? diagonal + 1 : diagonal - 1)
    const fromX = edits === 0 ? 0 : down ? startX : startX + 1
    while (x > fromX && one[box.from + x - 1] === other[box.at + y - 1]) {
      x -= 1
      y -= 1
      pairs[box.from + x] = box.at + y
    }
    if (edits > 0) {
      y = startX - (down ? diagonal + 1 : diagonal - 1)
      x = startX
    }
  }
}

const NO_REACH = new Int32Array(0)

/** A step's reaches lie by diagonal, from −edits to edits. */
const reachAt = (reach: Int32Array, edits: number, diagonal: number): number =>
  Math.abs(diagonal) > edits ? -1 : (reach[diagonal + edits] ?? -1)

/** Whether a diagonal is best come to by an insertion. */
const isDown = (reach: Int32Array, edits: number, diagonal: number): boolean =>
  reachAt(reach, edits, diagonal + 1) > reachAt(reach, edits, diagonal - 1)

/** After each number of edits how far every diagonal reaches in the first text; null where it takes too many. */
function reachesOf({ one, other }: Both, { from, to, at, till }: Box): readonly Int32Array[] | null {
  const [width, height] = [to - from, till - at]
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= Math.min(width + height, MOST_EDITS); edits += 1) {
    const before = steps[edits - 1] ?? NO_REACH
    const reach = new Int32Array(2 * edits + 1).fill(-1)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = 0
      if (edits > 0)
        x = isDown(before, edits - 1, diagonal)
          ? reachAt(before, edits - 1, diagonal + 1)
          : reachAt(before, edits - 1, diagonal - 1) + 1
      let y = x - diagonal
      if (x < 0 || x > width || y < 0 || y > height) continue
      while (x < width && y < height && one[from + x] === other[at + y]) {
        x += 1
        y += 1
      }
      reach[diagonal + edits] = x
      if (x === width && y === height) return [...steps, reach]
    }
    steps.push(reach)
  }
  return null
}
