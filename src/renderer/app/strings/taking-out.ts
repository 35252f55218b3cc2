import { counted, number } from './plural.ts'

/** The whole library, and its bibliography, as files. */
export const takingOut = {
  more: 'Export or restore a library',
  bibliography: 'Bibliography as',
  formats: {
    bibtex: 'BibTeX…',
    biblatex: 'BibLaTeX…',
    ris: 'RIS…',
    'csl-json': 'CSL-JSON…',
  },
  whole: 'Everything',
  folder: 'A folder of plain files…',
  fileName: (library: string): string => `${library} bibliography`,
  folderName: (library: string): string => `${library} export`,
  listed: (file: string, works: number): string =>
    `Exported ${file}, ${counted(works, { one: '# work', other: '# works' })}.`,
  soFar: {
    sources: (done: number, all: number): string => `Writing sources: ${number(done)} of ${number(all)}.`,
    briefs: (done: number, all: number): string => `Writing briefs: ${number(done)} of ${number(all)}.`,
    originals: (done: number, all: number): string => `Writing originals: ${number(done)} of ${number(all)}.`,
    data: (done: number, all: number): string => `Writing data: ${number(done)} of ${number(all)}.`,
  },
  stop: 'Stop',
  stopped: 'Stopped. Nothing was written.',
  done: (folder: string, files: number): string =>
    `Exported the library to ${folder}, ${counted(files, { one: '# file', other: '# files' })}.`,
}
