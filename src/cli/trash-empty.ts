import type { Emptied, TrashContents, Trashed } from '../shared/contract/library.ts'
import { affectedRows } from './affected.ts'
import type { Command } from './command.ts'
import { bytes, count } from './numbers.ts'
import type { Output } from './output.ts'

export const trashEmpty: Command = {
  name: 'trash empty',
  usage: '[--older-than DAYS] [--yes] [--force]',
  about:
    'Takes away for good what is in the trash: texts, originals, highlights, briefs with their revisions. That cannot\n' +
    'be undone, so without --yes nothing is changed and what would go is listed. A source that a brief quotes or\n' +
    'cites is spared; with --force it goes too, and the quotes keep their words without a source.',
  example: 'verbatim trash empty --older-than 30 --yes',
  options: {
    'older-than': { kind: 'value', value: 'DAYS', help: 'only what has been in it for so long' },
    yes: { kind: 'flag', help: 'do it' },
    force: { kind: 'flag', help: 'also sources that briefs quote or cite' },
  },
  words: { least: 0, most: 0 },
  run: async ({ given, out, library }) => {
    const olderThanDays = given.whole('older-than', 0) ?? 0
    const usedToo = given.flag('force')
    const client = await library()
    const contents = await client.library.trashContents({ olderThanDays })
    if (!given.flag('yes')) {
      out.result({ done: false, ...contents }, () => wouldGo(contents, usedToo, out))
      return 0
    }
    const ids = [...contents.unused, ...contents.used].map(({ id }) => id)
    const done = await client.library.emptyTrash({ ids, usedToo })
    out.result({ done: true, ...done }, () => gone(done, out))
    return done.kept.length === 0 ? 0 : 1
  },
}

function wouldGo({ unused, used, highlights }: TrashContents, usedToo: boolean, out: Output): string {
  if (unused.length + used.length === 0) return 'There is nothing to empty.'
  const going = usedToo ? [...unused, ...used] : unused
  return [
    going.length === 0
      ? 'Nothing would go.'
      : `With --yes this goes for good, and no undo brings it back (with ${count(usedToo ? highlights.unused + highlights.used : highlights.unused, 'highlight', 'highlights')}):`,
    ...tableOf(going, out),
    ...usedLines(used, usedToo ? 'Briefs use these sources; their quotes lose their passages:' : SPARED, out),
  ].join('\n')
}

function gone({ emptied, kept, bytes: size }: Emptied, out: Output): string {
  return [
    emptied.length === 0
      ? 'Nothing was taken away.'
      : `${count(emptied.length, 'thing is', 'things are')} gone for good; ${bytes(size)} of originals were freed.`,
    ...tableOf(emptied, out),
    ...usedLines(kept, SPARED, out),
  ].join('\n')
}

const SPARED = 'Left in the trash, since briefs quote or cite it (--force takes it too):'

const tableOf = (rows: readonly Trashed[], out: Output): readonly string[] =>
  rows.length === 0
    ? []
    : [out.table(rows.map(({ id, kind, citekey, title }) => [id, kind, citekey ?? '', title]))]

const usedLines = (used: TrashContents['used'], head: string, out: Output): readonly string[] =>
  used.length === 0
    ? []
    : [
        head,
        ...used.map(({ id, citekey, title, affected }) =>
          [`${id}  ${citekey ?? ''}  ${title}`, out.table(affectedRows(affected))].join('\n'),
        ),
      ]
