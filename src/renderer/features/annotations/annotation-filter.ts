import { COLOURS, type Annotation } from '../../../shared/contract/annotations.ts'

export const SORTS = ['place', 'newest', 'oldest', 'colour'] as const
export type Sort = (typeof SORTS)[number]

/** Which annotations are listed, and in which order. Null lets all pass. */
export interface AnnotationFilter {
  readonly words: string
  readonly colour: Annotation['colour'] | null
  readonly tag: string | null
  readonly speaker: string | null
  readonly status: Annotation['status'] | null
  readonly sort: Sort
}

export const EVERYTHING: AnnotationFilter = {
  words: '',
  colour: null,
  tag: null,
  speaker: null,
  status: null,
  sort: 'place',
}

/** An annotation whose fold is known is read no more: what is typed finds among ten thousand at once. */
const folds = new WeakMap<Annotation, string>()

const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()

function foldOf(annotation: Annotation): string {
  const known = folds.get(annotation)
  if (known !== undefined) return known
  const { exact, comment, tags, attribution } = annotation
  const said = attribution === null ? [] : Object.values(attribution)
  const made = folded([exact, comment, ...tags, ...said].filter((part) => part !== null).join('\n'))
  folds.set(annotation, made)
  return made
}

/**
 * The annotations that pass, in the order asked for; those without a place come first, because they need one. Every
 * word that is sought stands somewhere in an annotation's passage, comment, tags or attribution. Given in order of place.
 */
export function passing(
  annotations: readonly Annotation[],
  { words, colour, tag, speaker, status, sort }: AnnotationFilter,
): readonly Annotation[] {
  const sought = folded(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const passed = annotations.filter(
    (annotation) =>
      (colour === null || annotation.colour === colour) &&
      (tag === null || annotation.tags.includes(tag)) &&
      (speaker === null || annotation.attribution?.speaker === speaker) &&
      (status === null || annotation.status === status) &&
      sought.every((word) => foldOf(annotation).includes(word)),
  )
  const lost = passed.filter((annotation) => annotation.status === 'orphaned')
  return [
    ...lost,
    ...sorted(
      passed.filter((annotation) => annotation.status !== 'orphaned'),
      sort,
    ),
  ]
}

function sorted(annotations: readonly Annotation[], sort: Sort): readonly Annotation[] {
  switch (sort) {
    case 'place':
      return annotations
    // Ids are in the order of their making.
    case 'newest':
      return annotations.toSorted((a, b) => (a.id < b.id ? 1 : -1))
    case 'oldest':
      return annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    case 'colour':
      return annotations.toSorted((a, b) => COLOURS.indexOf(a.colour) - COLOURS.indexOf(b.colour))
  }
}

const named = (values: readonly (string | null | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value != null))].toSorted((a, b) => a.localeCompare(b))

/** What annotations can be filtered by: the tags and speakers that they have, by name. */
export function facetsOf(annotations: readonly Annotation[]): {
  readonly tags: readonly string[]
  readonly speakers: readonly string[]
} {
  return {
    tags: named(annotations.flatMap(({ tags }) => tags)),
    speakers: named(annotations.map(({ attribution }) => attribution?.speaker)),
  }
}
