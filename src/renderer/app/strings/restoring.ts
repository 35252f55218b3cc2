import { counted, number } from './plural.ts'

/** A library that is made of an exported folder. */
export const restoring = {
  heading: 'Bring back',
  restore: 'A library from an exported folder…',
  libraryName: (folder: string): string => folder.replace(/ export$/u, ''),
  soFar: {
    checking: (done: number, all: number): string => `Checking files: ${number(done)} of ${number(all)}.`,
    data: (): string => 'Reading the data.',
    originals: (done: number, all: number): string =>
      `Restoring originals: ${number(done)} of ${number(all)}.`,
  },
  stop: 'Stop',
  stopped: 'Stopped. No library was made.',
  done: (library: string, sources: number, briefs: number, missing: number): string => {
    const made = `Made the library ${library}: ${counted(sources, { one: '# source', other: '# sources' })}, ${counted(briefs, { one: '# brief', other: '# briefs' })}.`
    if (missing === 0) return made
    return `${made} ${counted(missing, { one: '# stored file was', other: '# stored files were' })} missing already when the folder was written.`
  },
  open: 'Open it',
  notStored:
    'Not everything you typed is stored yet, so this library stays open. Open the other one once it is saved.',
}
