import { counted } from './plural.ts'

export const common = {
  product: 'Verbatim',
  promise: 'The research notebook whose quotes cannot drift from their sources.',
  mistake: 'Verbatim made a mistake of its own. Nothing was lost. Try it again.',
  undo: 'Undo',
  tryAgain: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  open: 'Open',
  back: 'Back',
  forward: 'Forward',
  dismiss: 'Dismiss message',
  messages: 'Messages',
  loading: 'Loading',
}

export const connection = {
  lost: 'The library’s part of Verbatim ended and is started again. What was stored is kept. Try this again.',
  restarting: 'Starting the library again. What was stored is kept.',
  unopened: 'The library is not open',
  chooseLibrary: 'Choose library…',
  wordsKept: 'What you typed and is not stored yet is kept in this window.',
}

export const leaving = {
  title: 'Not everything is stored yet',
  storing: (what: string): string =>
    `The last words of “${what}” are being stored. The window closes once they are.`,
  failed: (what: string, why: string): string =>
    `The last words of “${what}” are not stored, and are kept in this window. ${why}`,
  noAnswer: 'The library does not answer.',
  stay: 'Keep the window open',
  go: 'Close anyway',
}

export const navigation = {
  label: 'Library',
  onThisComputer: 'On this computer only',
  search: 'Search',
  sources: 'Sources',
  import: 'Import…',
  hideSidebar: 'Narrow the sidebar',
  showSidebar: 'Widen the sidebar',
  showList: 'Show the list',
  hideList: 'Hide the list',
  showPanel: 'Show the panel',
  hidePanel: 'Hide the panel',
  widthOf: { sidebar: 'Width of the sidebar', list: 'Width of the list', panel: 'Width of the panel' },
}

export const theme = {
  label: 'Colours',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
}

export const acts = {
  undone: (label: string): string => `Taken back: ${label}.`,
  redone: (label: string): string => `Done again: ${label}.`,
  nothingToUndo: 'There is nothing to take back.',
  nothingToRedo: 'There is nothing to do again.',
  /** What the library calls its acts, as a window says it. */
  labels: {
    annotate: 'highlight',
    'change an annotation': 'change of a highlight',
    'remove an annotation': 'removal of a highlight',
    'move an annotation': 'new place of a highlight',
    'take the new places': 'move to the new version',
    'keep the older version': 'choice of the older version',
    'choose a passage': 'choice of a passage',
    'merge annotations': 'merging of highlights',
    'split an annotation': 'parting of a highlight',
    'import annotations': 'import of highlights',
    'edit a source': 'edit of a source',
    'move a source to the trash': 'removal of a source',
    'put a source back': 'return of a source',
    'move a brief to the trash': 'removal of a brief',
    'put a brief back': 'return of a brief',
    'recover a brief': 'new brief from recovered words',
    'save a template': 'new template',
    'add a citation style': 'new citation style',
    'remove a citation style': 'removal of a citation style',
    'restore a revision': 'return of a revision',
    'say that two sources are one story': 'word that two sources are one story',
    'say that two sources are no one story': 'word that two sources are not the same story',
  } as Readonly<Record<string, string>>,
}

export const keyNames = {
  command: { mac: '⌘', other: 'Ctrl+' },
  shift: { mac: '⇧', other: 'Shift+' },
  alt: { mac: '⌥', other: 'Alt+' },
  enter: { mac: '⏎', other: 'Enter' },
}

export const counts = {
  sources: (count: number): string => counted(count, { one: '# source', other: '# sources' }),
  highlights: (count: number): string => counted(count, { one: '# highlight', other: '# highlights' }),
  words: (count: number): string => counted(count, { one: '# word', other: '# words' }),
  paragraphs: (count: number): string => counted(count, { one: '# paragraph', other: '# paragraphs' }),
}
