import { counted } from './plural.ts'

export const briefMenu = {
  label: 'More about this brief',
  out: 'Send out',
  ways: {
    export: 'Export…',
    'export-again': 'Export again',
    'copy-markdown': 'Copy as Markdown',
    'copy-rich-text': 'Copy as rich text',
    print: 'Print…',
  },
  noBrief: 'No brief is open. Open one first.',
  revisions: 'Revisions…',
  typing: 'Language and spelling…',
  asTemplate: 'Save as template',
  focus: (on: boolean, key: string): string => `${on ? 'End focus mode' : 'Focus mode'} (${key})`,
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

export const find = {
  label: 'Find in this brief',
  next: 'Next place (F3)',
  previous: 'Previous place (Shift+F3)',
  caseful: 'Capitals as written',
  pattern: 'Regular expression',
  more: 'Replace…',
  with: 'Replace with',
  replace: 'Replace',
  replaceAll: 'Replace all',
  bad: 'This is not a regular expression. A bracket may be open, or a sign may need a backslash before it.',
  slow: 'This regular expression takes too long on this brief and was stopped. Nothing was changed. Try a simpler one.',
  replaced: (count: number): string =>
    counted(count, { one: '# place replaced.', other: '# places replaced.' }),
  inQuotes: (count: number): string =>
    counted(count, { one: '# is inside a quote and was left.', other: '# are inside quotes and were left.' }),
  across: (count: number): string =>
    counted(count, {
      one: '# spans paragraphs and was left.',
      other: '# span paragraphs and were left.',
    }),
}

export const outline = {
  label: 'Outline',
  none: 'No headings yet. They appear here in the order of the brief.',
  empty: 'Heading without words',
  hint: 'Enter goes there, Alt+Up and Alt+Down move the section',
  moved: (words: string): string => `Moved: ${words}`,
  atEnd: 'It cannot go further.',
}

export const templates = {
  title: 'New brief from a template',
  given: 'Templates',
  own: 'Your templates',
  noneOwn: 'None yet. “Save as template” in a brief’s menu makes one.',
  names: {
    brief: 'Brief',
    'fact-check': 'Fact-check',
    'literature-note': 'Literature note',
    interview: 'Interview',
  },
  hints: {
    brief: 'Question, answer, what was said, what follows',
    'fact-check': 'Claim, sources, finding, answer of the speaker',
    'literature-note': 'Argument, evidence, limits, use',
    interview: 'About, terms, questions, answers, to check',
  },
  saved: (title: string): string => `“${title}” is a template now. It stands among your briefs.`,
}

export const typing = {
  title: 'Language and spelling',
  language: 'Language of this brief',
  none: 'Not said',
  marks: 'Typographic quotation marks while typing',
  spelling: 'Check spelling',
  spellingHint:
    'Words that no dictionary knows are underlined. Ctrl+. or a right click offers others. Quotes are left out.',
  noDictionary:
    'There is no dictionary for this language. English, French, German, Russian and Spanish have one.',
  marksHint: 'Straight marks become those of the brief’s language. Ctrl+Z gives the straight one back.',
}

export const spelling = {
  menu: (word: string): string => `Spelling of ${word}`,
  none: 'No suggestions',
  add: 'Add to dictionary',
}
