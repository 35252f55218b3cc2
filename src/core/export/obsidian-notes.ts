import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'
import { stringify } from 'yaml'
import type { Annotation } from '../../shared/contract/annotations.ts'
import type { CitedSourceNote } from './evidence.ts'
import { blockName, printObsidianTree } from './obsidian.ts'

/**
 * The note of a source: what is known of it as properties, then each annotation as a callout
 * under its name, to which a brief's quotes lead. Comments are Markdown already.
 */
export function sourceNote({ source, annotations }: CitedSourceNote): string {
  const properties = Object.fromEntries(
    Object.entries({
      title: source.title,
      citekey: source.citekey,
      authors: source.authors,
      publication: source.publication,
      published: source.published,
      url: source.url,
      doi: source.doi,
      language: source.language,
      type: source.type,
      tags: source.tags.map(tagName).filter((tag) => tag !== ''),
      verbatim: source.id,
    }).filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0)),
  )
  const head = print([{ type: 'heading', depth: 1, children: [text(source.title)] }])
  const ordered = annotations.toSorted((one, other) => (one.start ?? Infinity) - (other.start ?? Infinity))
  return [`---\n${stringify(properties, { lineWidth: 0 })}---\n\n${head}`, ...ordered.map(passage)].join('\n')
}

function passage(annotation: Annotation): string {
  const callout: RootContent = {
    type: 'callout',
    name: blockName(annotation.id),
    children: annotation.exact
      .split(/\n+/u)
      .map((line): BlockContent => ({ type: 'paragraph', children: [text(line)] })),
  }
  const about = aboutIt(annotation)
  const after: RootContent[] = about === '' ? [] : [{ type: 'paragraph', children: [text(about)] }]
  const tags = annotation.tags.map(tagName).filter((tag) => tag !== '')
  const line = tags.length === 0 ? '' : `\n${tags.map((tag) => `#${tag}`).join(' ')}\n`
  const comment = annotation.comment === null ? '' : `\n${annotation.comment.trimEnd()}\n`
  return print([callout, ...after]) + comment + line
}

/** `— Speaker, role (place, date; stance; topic)` */
function aboutIt({ attribution }: Annotation): string {
  if (attribution === null) return ''
  const { speaker, role, place, date, stance, topic } = attribution
  const who = [speaker, role].filter(isKnown).join(', ')
  const occasion = [place, date].filter(isKnown).join(', ')
  const details = [occasion, stance, topic].filter(isKnown).join('; ')
  return [who === '' ? '' : `— ${who}`, details === '' ? '' : `(${details})`].filter(isKnown).join(' ')
}

const isKnown = (part: string | null): part is string => part !== null && part.trim() !== ''

/** As Obsidian takes one: no spaces, not digits alone. */
function tagName(tag: string): string {
  const name = tag.replaceAll(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replaceAll(/^[-/]+|[-/]+$/gu, '')
  return /^\d*$/u.test(name) && name !== '' ? `_${name}` : name
}

const print = (children: RootContent[]): string =>
  printObsidianTree({ type: 'root', children } satisfies Root, new Map())

const text = (value: string): PhrasingContent => ({ type: 'text', value })
