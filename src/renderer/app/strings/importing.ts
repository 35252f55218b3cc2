import { clock, counted, day, number } from './plural.ts'

/** A title between quotation marks; its own marks are of the inner level then. */
const marked = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`

export const importing = {
  title: 'Import sources',
  dropHere: 'Drop files or folders here',
  dropInto: (count: number, library: string): string =>
    counted(count, { one: `Import # file into ${library}`, other: `Import # files into ${library}` }),
  formats: 'HTML, PDF, EPUB and more',
  allFormats:
    'HTML, MHTML, web archives, PDF, DOCX, ODT, EPUB, EML, Markdown, TXT, BibTeX, RIS, CSL-JSON, Zotero RDF',
  choose: 'Choose…',
  chooseFolder: 'Folder…',
  pasteText: 'Paste text',
  noText: 'There are no words on the clipboard. Nothing was added. Copy some, and paste again.',
  reading: (done: number, all: number): string =>
    counted(all, { one: `Reading ${number(done)} of # file`, other: `Reading ${number(done)} of # files` }),
  rate: (perMinute: number): string =>
    counted(perMinute, { one: 'about # a minute', other: 'about # a minute' }),
  secondsLeft: (seconds: number): string =>
    counted(seconds, { one: 'about # second left', other: 'about # seconds left' }),
  minutesLeft: (minutes: number): string =>
    counted(minutes, { one: 'about # minute left', other: 'about # minutes left' }),
  all: 'All',
  waiting: 'Waiting',
  busy: 'Reading',
  found: (files: number): string => counted(files, { one: '# file found', other: '# files found' }),
  partsRead: (done: number, all: number): string => `${number(done)} of ${number(all)} pages`,
  stopped: 'Not read. The import was stopped before it.',
  broken: 'Not read. The library’s part of Verbatim ended. Import it again.',
  status: {
    imported: 'Imported',
    duplicate: 'Duplicate',
    'new-version': 'New version',
    skipped: 'Skipped',
    failed: 'Failed',
    stopped: 'Stopped',
    undone: 'Taken back',
    reading: 'Reading',
    waiting: 'Waiting',
  },
  duplicate: (title: string): string => `${marked(title)} is in the library already. Nothing was added.`,
  newVersion: (title: string, versions: number): string =>
    `Of ${marked(title)}; it has ${number(versions)} versions now.`,
  /** What became of the highlights of the version before. */
  stayed: (stayed: number, all: number): string =>
    counted(all, {
      one: `${number(stayed)} of # highlight stayed`,
      other: `${number(stayed)} of # highlights stayed`,
    }),
  moved: (count: number): string => counted(count, { one: '# moved', other: '# moved' }),
  lost: (count: number): string =>
    counted(count, { one: '# lost its passage', other: '# lost their passages' }),
  takenBack: (title: string): string => `${marked(title)} was taken out again.`,
  versionTakenBack: (title: string): string => `The version of ${marked(title)} was taken back.`,
  pasted: (title: string): string => `Pasted as a source: ${marked(title)}.`,
  pastedAgain: (title: string): string => `${marked(title)} holds these very words. Nothing was added.`,
  cited: (file: string): string => `${file}. It has no text yet.`,
  imported: (title: string, facts: readonly string[]): string => `${title}. ${facts.join(', ')}.`,
  showSource: 'Show source',
  open: 'Open',
  showFile: 'Show file',
  ownSource: 'Import as its own source',
  keepOwn: 'Keep as own source',
  keptOwn: (title: string): string => `${marked(title)} is a source of its own now.`,
  kept: 'Files are read on this computer. Originals are kept unchanged.',
  stop: 'Stop',
  background: 'Continue in background',
  done: 'Done',
  again: 'Import again',
  enterPassword: 'Enter password…',
  password: 'Password',
  unlock: 'Unlock',
  tryAs: 'Try as…',
  more: (name: string): string => `More for ${name}`,
  readAs: { text: 'As plain text', html: 'As a web page', markdown: 'As Markdown' },
  inEncoding: 'In another encoding',
  progress: 'Progress of the import',
  said: (percent: number): string => `Import: ${number(percent)} %`,
  ring: (percent: number): string => `Import…, ${number(percent)} % done`,
  summary: (imported: number, all: number): string => `Imported ${number(imported)} of ${number(all)}.`,
  summaryFailed: (count: number): string => `${number(count)} failed.`,
  summaryDuplicate: (count: number): string =>
    counted(count, { one: '# duplicate.', other: '# duplicates.' }),
  summarySkipped: (count: number): string => `${number(count)} skipped.`,
  summaryStopped: (count: number): string => `${number(count)} not read.`,
  show: 'Show',
  filter: 'Show only',
  undo: 'Undo import',
  redo: 'Redo import',
  undone: (sources: number): string =>
    counted(sources, {
      one: 'The import was taken back: # source.',
      other: 'The import was taken back: # sources.',
    }),
  redone: (sources: number): string =>
    counted(sources, { one: 'The import is back: # source.', other: 'The import is back: # sources.' }),
  stays: {
    quoted: (title: string): string => `${marked(title)} stays: a brief quotes it.`,
    annotated: (title: string): string => `${marked(title)} stays: you highlighted it.`,
    cited: (title: string): string => `${marked(title)} stays: a brief cites it.`,
    edited: (title: string): string => `${marked(title)} stays: you edited its details.`,
    'newer-version': (title: string): string => `${marked(title)} stays: it got a newer version.`,
  },
  staysToo: (count: number): string => counted(count, { one: '# more stays.', other: '# more stay.' }),
  archive: {
    title: (name: string): string => `Choose pages of ${name}`,
    looking: (name: string): string => `Looking into ${name}`,
    filter: 'Filter by title or address',
    all: 'Select all',
    none: 'Select none',
    chosen: (chosen: number, all: number): string => `${number(chosen)} of ${number(all)} chosen`,
    nothing: 'No page has these words in its title or address.',
    pages: 'Pages',
    saved: (date: string): string => `${day(date)}, ${clock(Date.parse(date))}`,
    import: (count: number): string => counted(count, { one: 'Import # page', other: 'Import # pages' }),
    untitled: 'Untitled',
  },
}

const UNITS = ['KB', 'MB', 'GB'] as const

/** Bytes as a person reads them: “3 KB”, “18.2 MB”. */
export function size(bytes: number): string {
  let value = bytes / 1000
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const shown = unit === 0 ? Math.max(1, Math.round(value)) : Math.round(value * 10) / 10
  return `${number(shown)} ${UNITS[unit] ?? ''}`
}
