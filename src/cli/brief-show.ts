import type { Brief } from '../shared/contract/briefs.ts'
import type { Command } from './command.ts'
import type { Output } from './output.ts'

export const briefShow: Command = {
  name: 'brief show',
  usage: 'BRIEF',
  about: 'Shows what a brief is: its title, length, linked quotes and citations.',
  example: 'verbatim brief show br_0190a3c5d2e77b6a8f1e2d3c4b5a6978',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const brief = await (await library()).briefs.get({ brief: given.words[0] ?? '' })
    out.result(brief, () => briefFacts(brief, out))
    return 0
  },
}

export function briefFacts(brief: Brief, out: Output): string {
  return out.table([
    ['Brief', brief.id],
    ['Title', brief.title],
    ['Words', String(brief.words)],
    ['Quotes', String(brief.quotes)],
    ['Citations', String(brief.citations)],
    ['Changed', brief.updatedAt],
  ])
}
