import { misused, type Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { sourceFacts } from './show.ts'

/** What one value sets, and the option that gives it. */
const FIELDS = {
  title: 'title',
  publication: 'publication',
  published: 'published',
  publishedAt: 'published-at',
  modified: 'modified',
  language: 'language',
  url: 'url',
  citekey: 'citekey',
} as const

export const edit: Command = {
  name: 'edit',
  usage:
    'SOURCE [--title T] [--author A]… [--publication P] [--published D] [--published-at M] [--modified D] [--language L] [--url U] [--citekey K] [--tag T]…',
  about:
    'Corrects what is known about a source; its text and its original never change. An empty value takes\n' +
    'a fact away. Authors and tags that are given take the place of those there were.',
  example: 'verbatim edit pakistanndcondemned --publication "Dawn" --published 2023-09-10',
  options: {
    title: { kind: 'text', value: 'T', help: 'the headline' },
    author: { kind: 'list', value: 'A', help: 'a name; may be given again' },
    publication: { kind: 'text', value: 'P', help: 'newspaper, journal, site or publisher' },
    published: { kind: 'text', value: 'D', help: 'the date: 2024-03-14, 2024-03 or 2024' },
    'published-at': {
      kind: 'text',
      value: 'M',
      help: 'the moment: 2024-03-14T09:30+01:00; sets the date too',
    },
    modified: { kind: 'text', value: 'D', help: 'its last change, a date or a moment' },
    language: { kind: 'text', value: 'L', help: 'its tag: en, pt-BR, zh-Hant' },
    url: { kind: 'text', value: 'U', help: 'the address it was published at' },
    citekey: { kind: 'text', value: 'K', help: 'the name it is cited by; no other source may have it' },
    tag: { kind: 'list', value: 'T', help: 'a tag; may be given again' },
  },
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const changes = changesOf(given)
    if (Object.keys(changes).length === 0) throw misused('Say what to change.')
    const client = await library()
    const source = await client.sources.edit({ source: given.words[0] ?? '', ...changes })
    out.result(source, () => sourceFacts(source, out))
    return 0
  },
}

function changesOf(given: Arguments): Partial<Record<keyof typeof FIELDS, string>> & {
  authors?: string[]
  tags?: string[]
} {
  return {
    ...Object.fromEntries(
      Object.entries(FIELDS).flatMap(([field, option]) =>
        given.flag(option) ? [[field, given.text(option) ?? '']] : [],
      ),
    ),
    ...(given.flag('author') ? { authors: given.filled('author') } : {}),
    ...(given.flag('tag') ? { tags: given.filled('tag') } : {}),
  }
}
