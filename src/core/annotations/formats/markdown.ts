import type { BlockContent, PhrasingContent, RootContent } from 'mdast'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { printTree } from '../../export/markdown.ts'
import type { Listed } from '../export.ts'

/**
 * A chapter a source: its title and citation, then each passage in the order of the text, as a block quotation with its
 * speaker, comment and tags. Comments are Markdown already and stand as they were written.
 */
export function annotationsMarkdown(listed: readonly Listed[]): string {
  const sources = new Map<string, Listed[]>()
  for (const each of listed) sources.set(each.source.id, [...(sources.get(each.source.id) ?? []), each])
  return [...sources.values()].map(chapter).join('\n')
}

function chapter(listed: readonly Listed[]): string {
  const [first] = listed
  if (first === undefined) return ''
  const ordered = listed
    .map(({ annotation }) => annotation)
    .toSorted((one, other) => (one.start ?? Infinity) - (other.start ?? Infinity))
  const head = printTree([
    { type: 'heading', depth: 1, children: [text(first.source.title)] },
    { type: 'paragraph', children: citation(first.source) },
  ])
  return [head, ...ordered.map(passage)].join('\n')
}

/** `@citekey, Authors, Publication, date, <address>` */
function citation({ citekey, authors, publication, published, url }: Source): PhrasingContent[] {
  const facts = [authors.join(', '), publication, published].filter((fact) => fact !== null && fact !== '')
  return [
    { type: 'inlineCode', value: `@${citekey}` },
    ...facts.map((fact) => text(`, ${String(fact)}`)),
    ...(url === null ? [] : [text(', '), { type: 'link' as const, url, children: [text(url)] }]),
  ]
}

function passage(annotation: Annotation): string {
  const lines = annotation.exact.split(/\n+/)
  const quote: RootContent = {
    type: 'blockquote',
    children: lines.map((line): BlockContent => ({ type: 'paragraph', children: [text(line)] })),
  }
  const about = aboutIt(annotation)
  const after: RootContent[] = about === '' ? [] : [{ type: 'paragraph', children: [text(about)] }]
  const comment = annotation.comment === null ? '' : `\n${annotation.comment.trimEnd()}\n`
  return printTree([quote, ...after]) + comment
}

const STATUS: Readonly<Record<Annotation['status'], string>> = {
  anchored: '',
  moved: 'Its words changed in a newer version of the source.',
  orphaned: 'It has no place in the newest version of the source.',
}

/** `— Speaker, role (stance; topic). #tag #tag.` */
function aboutIt({ attribution, tags, status }: Annotation): string {
  const who = [attribution?.speaker, attribution?.role].filter(isKnown).join(', ')
  const what = [attribution?.stance, attribution?.topic].filter(isKnown).join('; ')
  const said = [who === '' ? '' : `— ${who}`, what === '' ? '' : `(${what})`].filter(isKnown).join(' ')
  return [said, tags.map((tag) => `#${tag.replaceAll(/\s+/g, '-')}`).join(' '), STATUS[status]]
    .filter(isKnown)
    .join(' · ')
}

const isKnown = (part: string | null | undefined): part is string =>
  part !== null && part !== undefined && part.trim() !== ''

const text = (value: string): PhrasingContent => ({ type: 'text', value })
