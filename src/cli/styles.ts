import { resolve } from 'node:path'
import type { CitationStyle } from '../shared/contract/citations.ts'
import type { Command } from './command.ts'

export const styles: Command = {
  name: 'styles',
  usage: '',
  about:
    'Lists the citation styles: those that come with Verbatim, then those that were added to the library.',
  example: 'verbatim styles',
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ out, library }) => {
    const listed = await (await library()).citations.styles({})
    out.result(listed, () => out.table(listed.map(columnsOf)))
    return 0
  },
}

export const stylesAdd: Command = {
  name: 'styles add',
  usage: 'FILE.csl',
  about:
    'Adds a citation style of your own to the library, where it travels along. One that calls itself the same takes\n' +
    'the place of the one before. A file that only names another style needs that one in the library first.',
  example: 'verbatim styles add my-journal.csl',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const { citations } = await library()
    const style = await citations.addStyle({ path: resolve(given.words[0] ?? '') })
    out.result(style, () => out.table([columnsOf(style)]))
    return 0
  },
}

export const stylesRemove: Command = {
  name: 'styles remove',
  usage: 'STYLE',
  about:
    'Takes a style that was added out of the library. Briefs that name it keep the name, and are set in the usual\n' +
    'style until it is there again.',
  example: 'verbatim styles remove my-journal',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out, library }) => {
    const { citations } = await library()
    const style = await citations.removeStyle({ style: given.words[0] ?? '' })
    out.result(style, () => `Removed the citation style “${style.title}”.`)
    return 0
  },
}

const columnsOf = ({ id, title, isNote, added }: CitationStyle): string[] => [
  id,
  title,
  isNote ? 'notes' : '',
  added ? 'added' : '',
]
