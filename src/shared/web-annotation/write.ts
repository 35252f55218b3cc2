import type { Annotation } from '../contract/annotations.ts'
import type { CodePoints } from './code-points.ts'

/** Where the terms that are ours are defined; the rest is the W3C's. */
export const TERMS = 'https://verbatim.example/ns/annotation#'
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { verbatim: TERMS }] as const
export const ANNOTATION_IRI = 'urn:verbatim:annotation:'
export const SOURCE_IRI = 'urn:verbatim:source:'

/** What may stand as an address: what a person typed as one need not be one. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

/** An annotation with what a stranger needs to find its words. */
export interface Annotated {
  readonly annotation: Annotation
  readonly citekey: string
  /** The source's address; without one it is named by its id. */
  readonly url: string | null
  /** Of the text that its offsets count in. */
  readonly codePoints: CodePoints
}

/**
 * A page of W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD. Positions are in code points of
 * the source's text, as the model wants them. A passage of several segments has a target for each, in order. An orphaned
 * annotation keeps its words and has no position. Speaker, colour and what else the model has no words for stand under
 * terms of our own, so that reading the page back loses nothing.
 */
export function webAnnotationPage(annotated: readonly Annotated[]): Record<string, unknown> {
  return {
    '@context': CONTEXT,
    type: 'AnnotationPage',
    items: annotated.map(webAnnotation),
  }
}

function webAnnotation(annotated: Annotated): Record<string, unknown> {
  const { annotation } = annotated
  const bodies = bodiesOf(annotation)
  const targets = targetsOf(annotated)
  return {
    id: `${ANNOTATION_IRI}${annotation.id}`,
    type: 'Annotation',
    motivation: motivationOf(annotation),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targets.length === 1 ? targets[0] : targets,
    'verbatim:colour': annotation.colour,
    'verbatim:status': annotation.status,
    'verbatim:version': annotation.version,
    ...(annotation.attribution === null ? {} : { 'verbatim:attribution': knownOf(annotation.attribution) }),
  }
}

function motivationOf({ comment, tags }: Annotation): string {
  if (comment !== null) return 'commenting'
  return tags.length > 0 ? 'tagging' : 'highlighting'
}

const bodiesOf = ({ comment, tags }: Annotation): Record<string, unknown>[] => [
  ...(comment === null
    ? []
    : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
  ...tags.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
]

const quote = (exact: string, prefix: string, suffix: string) => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix === '' ? {} : { prefix }),
  ...(suffix === '' ? {} : { suffix }),
})

function targetsOf({ annotation, citekey, url, codePoints }: Annotated): Record<string, unknown>[] {
  const source = {
    type: 'SpecificResource',
    source: url !== null && IRI.test(url) ? url : `${SOURCE_IRI}${annotation.source}`,
    'verbatim:source': annotation.source,
    'verbatim:citekey': citekey,
  }
  const { segments, exact, prefix, suffix } = annotation
  if (segments.length === 0) return [{ ...source, selector: [quote(exact, prefix, suffix)] }]
  let at = 0
  return segments.map(({ start, end }, index) => {
    const words = exact.slice(at, at + end - start)
    at += end - start + 1
    return {
      ...source,
      selector: [
        quote(words, index === 0 ? prefix : '', index === segments.length - 1 ? suffix : ''),
        { type: 'TextPositionSelector', start: codePoints.before(start), end: codePoints.before(end) },
      ],
    }
  })
}

const knownOf = (attribution: NonNullable<Annotation['attribution']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attribution).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  )
