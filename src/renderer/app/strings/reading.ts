import { counted, number } from './plural.ts'

export const reader = {
  label: 'Reader',
  text: 'Source text',
  keys: 'Arrow keys move the caret, with Shift they select. 1 to 5 highlight, C comments, T tags, S sets the speaker, Q takes the quotation at the caret, J and K go to the next and previous highlight.',
  addFacts: 'Add outlet and date',
  facts: (citekey: string, paragraphs: string, words: string): string =>
    `${citekey} · ${paragraphs}, ${words}`,
  file: (format: string, encoding: string | null, version: number, versions: number): string =>
    `${format}${encoding === null ? '' : `, ${encoding}`} · version ${number(version)} of ${number(versions)}`,
  shownAs: 'Shown as',
  views: { text: 'Text', original: 'Original' },
  switchBy: (key: string): string => `Text or original (${key})`,
  lookOf: (title: string): string => `${title}, as it was saved`,
  lookNote: 'As it was saved. Nothing in it runs and nothing is fetched. Highlight in the text.',
  pages: 'Pages of the source',
  pdfLocked: 'The PDF is locked with a password, which is not kept. Its text is here: choose Text.',
  pdfNotShown:
    'The pages of this PDF could not be shown. Its text and your highlights are intact: choose Text.',
  outline: 'Outline',
  noHeadings: 'This source has no headings.',
  find: {
    label: 'Find in this source',
    next: 'Next place (F3)',
    previous: 'Previous place (Shift+F3)',
    count: (at: number, count: number, most: number): string =>
      count === 0
        ? 'Not found'
        : `${number(at + 1)} of ${count >= most ? `more than ${number(most)}` : number(count)}`,
  },
  notRead: 'The source could not be read.',
  damaged: {
    changed: 'The stored original no longer matches its fingerprint.',
    missing: 'The stored original is gone from the library’s folder.',
  },
  damagedKept:
    'The text and your highlights are intact. Import the same file again, or restore it from a backup.',
  importAgain: 'Import…',
  empty: 'This source has no text.',
  noText: 'This source has no text yet.',
  image: (alt: string): string => (alt === '' ? 'Image' : `Image: ${alt}`),
  page: (label: string): string => `Page ${label}`,
  linkTo: (href: string): string => `Opens ${href}`,
  footnotes: 'Footnotes',
  taskDone: 'Done',
  taskOpen: 'Not done',
  scrollable: 'Table',
}

export const highlight = {
  colours: { yellow: 'Yellow', blue: 'Blue', green: 'Green', orange: 'Orange', violet: 'Violet' },
  meanings: { yellow: 'claim', blue: 'response', green: 'position', orange: 'check', violet: 'law' },
  swatch: (name: string, meaning: string, key: number): string => `${name}, ${meaning}, ${number(key)}`,
  selected: 'Selected passage',
  edited: 'Highlight',
  comment: 'Comment',
  tag: 'Tag',
  tags: 'Tags, parted by commas',
  speaker: 'Speaker',
  role: 'Role',
  noSpeaker: 'Nobody yet',
  addSpeaker: 'Say who speaks',
  change: 'Change',
  from: (words: string): string => `from “${words}”`,
  set: 'Set',
  confirm: (name: string): string => `Set ${name} as the speaker`,
  quote: 'Quote in brief',
  remove: 'Remove highlight',
  made: 'Highlighted.',
  removed: 'The highlight was removed.',
  changed: 'The highlight was changed.',
  nothingSelected: 'Select a passage first.',
  noQuotation: 'There is no quotation at the caret.',
  begin: (parts: readonly string[]): string => parts.join(', '),
  end: 'end of highlight',
  roleDescription: 'highlight',
  hasComment: 'has a comment',
  merged: (count: number): string => counted(count, { one: '# highlight', other: '# highlights' }),
}

export const annotations = {
  label: 'Annotations',
  details: 'Details',
  none: 'No highlights in this source yet. Select a passage, or press Q in a quotation.',
  noSpeaker: 'No speaker',
  moved: 'The words changed in the newest version.',
  orphaned: 'The passage is gone from the newest version.',
  goTo: 'Show in the text',
  edit: 'Edit',
}

export const uses = {
  label: 'Briefs that quote it',
  tab: 'Used in',
  inBriefs: (count: number): string => counted(count, { one: 'In # brief', other: 'In # briefs' }),
  none: 'No brief quotes this source yet. Select a passage and choose Quote in brief.',
  impact: (count: number): string =>
    counted(count, { one: '# brief quotes this highlight', other: '# briefs quote this highlight' }),
  impactHint: 'Nothing was removed. Without the highlight a quote keeps its words, but loses its passage.',
  removeAnyway: 'Remove anyway',
}

export const details = {
  title: 'Title',
  authors: 'Authors',
  authorsHint: 'One on each line',
  publication: 'Outlet',
  published: 'Published',
  publishedHint: '2024, 2024-03 or 2024-03-14',
  publishedAt: 'Time of publication',
  publishedAtHint: 'With its zone: 2024-03-14T09:30+01:00',
  modified: 'Last changed',
  modifiedHint: 'A date, or a moment with its zone',
  url: 'Address',
  citekey: 'Citekey',
  tags: 'Tags',
  tagsHint: 'Parted by commas',
  language: 'Language',
  format: 'Format',
  encoding: 'Encoding',
  words: 'Words',
  versions: 'Versions',
  imported: 'Imported',
  archived: 'Archived',
  fingerprint: 'Fingerprint (SHA-256)',
  unknown: 'Unknown',
  saved: 'Details saved.',
  save: 'Save details',
  readAs: 'Letters came out wrong? Read the original as',
  readAsHint: 'The result is a new version. The version you have is kept.',
  readAgain: 'Read again',
  reread: (title: string, versions: number): string =>
    `“${title}” was read again; it has ${number(versions)} versions now.`,
}
