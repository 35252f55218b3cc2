import { counted, number } from './plural.ts'

export const library = {
  title: 'Sources',
  list: (count: number): string => counted(count, { one: '# source', other: '# sources' }),
  outletUnknown: 'Outlet unknown',
  noText: 'No text',
  from: (publication: string, published: string): string => `${publication}, ${published}`,
  sort: {
    label: 'Sort',
    newest: 'Newest first',
    title: 'By title',
    date: 'By date of publication',
    highlighted: 'Most highlighted',
  },
  notRead: 'The library could not be read. Nothing was changed.',
  choose: 'Choose a source to read it.',
}

export const start = {
  title: 'Start with an article you saved',
  lead: 'Verbatim keeps the original file, reads its text, and ties every quote you make to its exact passage.',
  drop: 'Drop files or folders here',
  paste: (key: string): string => `or press ${key} to paste text you copied`,
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  formats: [
    'HTML',
    'MHTML',
    'WEBARCHIVE',
    'WARC',
    'PDF',
    'DOCX',
    'ODT',
    'EPUB',
    'EML',
    'MD',
    'TXT',
    'BIB',
    'RIS',
  ],
  how: [
    { title: 'Highlight', text: 'Mark a passage and say who speaks.' },
    { title: 'Quote', text: 'Put the passage in a brief. It stays linked to its exact place in the source.' },
    { title: 'Check', text: 'Each quotation is compared with its source, word for word.' },
  ],
  openLibrary: 'Open another library…',
  private: 'No account, no network. Everything stays in one folder on this computer.',
}

export const search = {
  label: 'Search the library',
  placeholder: 'Words or “a phrase”',
  clear: 'Clear',
  filters: 'Filters',
  where: 'Where',
  sources: 'Sources',
  highlights: 'Highlights',
  briefs: 'Briefs',
  recent: 'Recent searches',
  hint: 'Search the text of your sources, your highlights and your briefs.',
  passages: (count: number): string => counted(count, { one: '# passage', other: '# passages' }),
  results: (count: number): string => counted(count, { one: 'in # result', other: 'in # results' }),
  atLeast: (count: number): string => `The first ${number(count)} passages`,
  none: (query: string): string => `Nothing for “${query}”.`,
  fewer: 'Try fewer words, or search without quotation marks.',
  withoutMarks: 'Search without quotation marks',
  more: (count: number): string =>
    counted(count, { one: '# more in this source', other: '# more in this source' }),
  paragraph: (index: number): string => `par. ${number(index)}`,
  kinds: { source: 'Source', annotation: 'Highlight', brief: 'Brief' },
}
