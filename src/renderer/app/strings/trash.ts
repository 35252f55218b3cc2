import { counted } from './plural.ts'

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
  affected: 'Briefs that quote it',
  quotes: (count: number): string => counted(count, { one: '# quote', other: '# quotes' }),
  moveAnyway: 'Move to Trash anyway',
  notStored: 'The last words of the brief are not stored yet, so it was not removed. Try again in a moment.',
}
