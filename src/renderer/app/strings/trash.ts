import { counted, number } from './plural.ts'

export const trash = {
  title: 'Trash',
  list: (count: number): string => counted(count, { one: '# thing in Trash', other: '# things in Trash' }),
  empty: 'The Trash is empty.',
  kinds: { source: 'Source', brief: 'Brief' },
  since: (day: string): string => `removed ${day}`,
  move: 'Move to Trash',
  moveChosen: (title: string): string => `Move “${title}” to Trash`,
  moved: (title: string): string => `“${title}” is in Trash.`,
  putBack: 'Put back',
  putBackNamed: (title: string): string => `Put back “${title}”`,
  isBack: (title: string): string => `“${title}” is back.`,
  inTrash: 'The source is in Trash. The quote still shows its words.',
  impact: (count: number): string =>
    counted(count, { one: '# brief quotes this source', other: '# briefs quote this source' }),
  impactHint:
    'Nothing was removed. In Trash the source keeps its highlights, and the quotes keep their words and verdicts, with a warning.',
  citedImpact: (count: number): string =>
    counted(count, { one: '# brief cites this source', other: '# briefs cite this source' }),
  usedImpact: (count: number): string =>
    counted(count, {
      one: '# brief quotes or cites this source',
      other: '# briefs quote or cite this source',
    }),
  affected: 'Briefs that quote or cite it',
  usersOf: (title: string): string => `Briefs that quote or cite “${title}”`,
  citations: (count: number): string => counted(count, { one: '# citation', other: '# citations' }),
  quotes: (count: number): string => counted(count, { one: '# quote', other: '# quotes' }),
  moveAnyway: 'Move to Trash anyway',
  emptyIt: 'Empty Trash…',
  emptying: 'Empty the Trash?',
  /** Two sentences and a third; each stands alone. */
  goes: (things: number, highlights: number): string =>
    [
      counted(things, { one: '# thing is in Trash.', other: '# things are in Trash.' }),
      ...(highlights === 0 ? [] : [`Highlights that go with them: ${number(highlights)}.`]),
      'What is emptied is gone for good, with its text, original and highlights. This cannot be undone.',
    ].join(' '),
  inUse: (count: number): string =>
    counted(count, {
      one: 'Briefs use # of these sources. Without it their quotes keep their words, but lose their passages.',
      other:
        'Briefs use # of these sources. Without them their quotes keep their words, but lose their passages.',
    }),
  emptyNow: 'Empty Trash',
  emptyUnused: 'Empty the rest',
  emptyAll: 'Empty all of it anyway',
  emptied: (count: number): string =>
    counted(count, { one: '# thing is gone for good.', other: '# things are gone for good.' }),
  emptiedBut: (count: number, kept: number): string =>
    [
      counted(count, { one: '# thing is gone for good.', other: '# things are gone for good.' }),
      counted(kept, {
        one: '# source that briefs use is still in Trash.',
        other: '# sources that briefs use are still in Trash.',
      }),
    ].join(' '),
  briefNotStored:
    'The last words of the brief are not stored yet, so the Trash was not emptied. Try again in a moment.',
  notStored: 'The last words of the brief are not stored yet, so it was not removed. Try again in a moment.',
}
