import { counted, listed, number } from './plural.ts'

export const exporting = {
  title: (brief: string): string => `Export “${brief}”`,
  formats: 'Formats',
  kinds: { pdf: 'PDF', word: 'Word document', markdown: 'Markdown', web: 'Web page' },
  hints: {
    pdf: 'Footnotes, bookmarks, tagged for screen readers',
    docx: 'Footnotes and styles; its quotes are found again when it comes back',
    html: 'One file for any browser; each quote unfolds its source',
    md: 'Plain Markdown that any editor reads',
    verbatim: 'Every quote stays linked; it can be imported again',
  },
  flavour: 'Flavour',
  flavours: { pdf: 'PDF', docx: 'Word', html: 'HTML', md: 'Plain', verbatim: 'Verbatim' },
  md: 'Markdown',
  verbatim: 'Verbatim Markdown',
  pdf: 'PDF',
  docx: 'Word document',
  html: 'Web page',
  endnotes: 'Notes at the end of a Word document',
  citations: 'Citations',
  pages: 'Pages',
  design: 'Design',
  designs: { brief: 'Brief', memo: 'Memo', article: 'Article' },
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' },
  contents: 'Table of contents',
  preview: 'Preview',
  page: (at: number): string => `Page ${number(at)}`,
  pageOf: (at: number, of: number | null): string =>
    of === null ? `Page ${number(at)}` : `Page ${number(at)} of ${number(of)}`,
  pageBefore: 'Page before',
  pageAfter: 'Next page',
  faults: (count: number, all: number): string =>
    counted(all, {
      one: 'The quotation needs a look.',
      other: counted(count, {
        one: `# of ${number(all)} quotations needs a look.`,
        other: `# of ${number(all)} quotations need a look.`,
      }),
    }),
  faultsHint: 'You can export now: it is written as it stands.',
  checkFirst: 'Check them first',
  export: (files: number): string =>
    files < 2 ? 'Export…' : counted(files, { one: 'Export # file…', other: 'Export # files…' }),
  writing: (format: string, at: number, of: number): string =>
    of === 1 ? `Writing ${format} …` : `Writing ${format}, ${String(at)} of ${String(of)} …`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was written.',
  stoppedAfter: 'Stopped before the others.',
  unsaved: 'The brief is not saved yet. Nothing was written. Export it again once it is saved.',
  noShell: 'Files can be written in the app only.',
  done: (name: string): string => `Exported ${name}.`,
  doneAll: (names: readonly string[]): string => `Exported ${listed(names)}.`,
  doneWithPages: (name: string, pages: number): string =>
    `Exported ${name}, ${counted(pages, { one: '# page', other: '# pages' })}.`,
  showInFolder: 'Show in folder',
}
