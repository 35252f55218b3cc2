import type { Range } from '../../shared/anchoring/passage.ts'
import type { Annotation, Attribution } from '../../shared/contract/annotations.ts'

/** The ranges in order, those that overlap, or have only white space between them, as one. */
export function joinedRanges(text: string, ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    const touches = last !== undefined && text.slice(last.end, range.start).trim() === ''
    if (last !== undefined && touches)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}

/** What stands beside a passage. */
interface Beside {
  readonly comment: string | null
  readonly tags: readonly string[]
  readonly attribution: Attribution | null
}

const FACTS = ['stance', 'topic', 'date', 'place', 'language', 'quotedBy'] as const

const NAMES = {
  stance: 'Stance',
  topic: 'Topic',
  date: 'Said on',
  place: 'Said in',
  language: 'Language',
  quotedBy: 'Quoted by',
} as const

/**
 * What stands beside several passages as it stands beside one. A fact that they do not share is attributed to none of
 * them: words of two speakers must not pass as those of one. It is kept in the comment.
 */
export function besideAll(annotations: readonly Annotation[]): Beside {
  const said = annotations.map(({ attribution }) => attribution).filter((each) => each !== null)
  const speaker = sharedSpeaker(said)
  const shared = FACTS.map((fact) => [fact, distinct(said.map((each) => each[fact]))] as const)
  const lines = [
    ...(speaker === null ? [`Speakers: ${distinct(said.map(named)).join('; ')}`] : []),
    ...shared
      .filter(([, values]) => values.length > 1)
      .map(([fact, values]) => `${NAMES[fact]}: ${values.join('; ')}`),
  ]
  const facts = Object.fromEntries(
    shared.map(([fact, values]) => [fact, values.length === 1 ? (values[0] ?? null) : null]),
  ) as Pick<Attribution, (typeof FACTS)[number]>
  const attribution: Attribution = { ...(speaker ?? { speaker: null, role: null }), ...facts }
  const comments = distinct(annotations.map(({ comment }) => comment))
  return {
    comment: [...comments, ...(lines.length === 0 ? [] : [lines.join('\n\n')])].join('\n\n') || null,
    tags: distinct(annotations.flatMap(({ tags }) => tags)),
    attribution: Object.values(attribution).every((fact) => fact === null) ? null : attribution,
  }
}

/** Who speaks in all of them, where nobody else does; null for two speakers, or one speaking as two things. */
function sharedSpeaker(said: readonly Attribution[]): Pick<Attribution, 'speaker' | 'role'> | null {
  const speakers = distinct(said.map(({ speaker }) => speaker))
  const roles = distinct(said.map(({ role }) => role))
  if (speakers.length > 1 || roles.length > 1) return null
  return { speaker: speakers[0] ?? null, role: roles[0] ?? null }
}

const named = ({ speaker, role }: Attribution): string | null =>
  [speaker, role].filter((part) => part !== null).join(', ') || null

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
]
