import { counted } from './plural.ts'

export const briefMenu = {
  label: 'More about this brief',
  revisions: 'Revisions…',
}

export const revisions = {
  title: 'Revisions',
  list: (count: number): string => counted(count, { one: '# revision', other: '# revisions' }),
  none: 'No revisions yet. One is kept whenever you pause, and when you leave the brief.',
  unread: 'cannot be read',
  older: 'Show older ones',
  differs: 'What differs',
  legend: 'Struck words stand only in the revision, underlined ones only in the brief as it is now.',
  same: 'The brief reads like this now.',
  only: 'only in the revision:',
  now: 'only in the brief now:',
  end: 'end.',
  restore: 'Restore this revision',
  restored: 'The revision was restored. What the brief was before is kept as a revision.',
  notStored: 'The last words of the brief are not stored yet, so nothing was changed. Try again in a moment.',
}
