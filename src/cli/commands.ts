import type { Command } from './command.ts'

interface Entry {
  readonly name: string
  readonly summary: string
  /** Commands are loaded when called: starting stays fast. */
  readonly load: () => Promise<Command>
}

export const COMMANDS: readonly Entry[] = [
  {
    name: 'init',
    summary: 'make a library',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'info',
    summary: 'where the library is and what it holds',
    load: async () => (await import('./info.ts')).info,
  },
  {
    name: 'import',
    summary: 'bring saved articles into the library',
    load: async () => (await import('./import.ts')).importSources,
  },
  {
    name: 'sources',
    summary: 'list the sources',
    load: async () => (await import('./sources.ts')).sources,
  },
  {
    name: 'show',
    summary: 'one source: its facts, text, document or original',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'edit',
    summary: 'correct what is known about a source',
    load: async () => (await import('./edit.ts')).edit,
  },
  {
    name: 'versions',
    summary: 'the versions of a source, and what differs between them',
    load: async () => (await import('./versions.ts')).versions,
  },
  {
    name: 'remove',
    summary: 'put a source into the trash',
    load: async () => (await import('./remove.ts')).remove,
  },
  {
    name: 'trash',
    summary: 'what is in the trash',
    load: async () => (await import('./trash.ts')).trash,
  },
  {
    name: 'trash restore',
    summary: 'take a source or a brief out of the trash',
    load: async () => (await import('./trash-restore.ts')).trashRestore,
  },
  {
    name: 'trash empty',
    summary: 'take away for good what is in the trash',
    load: async () => (await import('./trash-empty.ts')).trashEmpty,
  },
  {
    name: 'story',
    summary: 'the other sources that hold copies of a report, and what differs',
    load: async () => (await import('./story.ts')).story,
  },
  {
    name: 'annotate',
    summary: 'mark a passage and say who speaks',
    load: async () => (await import('./annotate.ts')).annotate,
  },
  {
    name: 'annotations',
    summary: 'list the annotations, or write them for other programs',
    load: async () => (await import('./annotations.ts')).annotations,
  },
  {
    name: 'annotations import',
    summary: 'take in annotations of other programs',
    load: async () => (await import('./annotations-import.ts')).annotationsImport,
  },
  {
    name: 'brief import',
    summary: 'store a brief written in Verbatim Markdown',
    load: async () => (await import('./brief-import.ts')).briefImport,
  },
  {
    name: 'brief list',
    summary: 'list the briefs',
    load: async () => (await import('./brief-list.ts')).briefList,
  },
  {
    name: 'brief show',
    summary: 'one brief',
    load: async () => (await import('./brief-show.ts')).briefShow,
  },
  {
    name: 'brief export',
    summary: 'write a brief as Markdown, PDF or a package that proves its quotations',
    load: async () => (await import('./brief-export.ts')).briefExport,
  },
  {
    name: 'brief remove',
    summary: 'put a brief into the trash',
    load: async () => (await import('./brief-remove.ts')).briefRemove,
  },
  {
    name: 'styles',
    summary: 'list the citation styles',
    load: async () => (await import('./styles.ts')).styles,
  },
  {
    name: 'styles add',
    summary: 'add a citation style of your own',
    load: async () => (await import('./styles.ts')).stylesAdd,
  },
  {
    name: 'styles remove',
    summary: 'take an added citation style out of the library',
    load: async () => (await import('./styles.ts')).stylesRemove,
  },
  {
    name: 'key create',
    summary: 'make a key that signs evidence packages',
    load: async () => (await import('./key-create.ts')).keyCreate,
  },
  {
    name: 'key show',
    summary: 'the fingerprint of such a key',
    load: async () => (await import('./key-show.ts')).keyShow,
  },
  {
    name: 'export bibliography',
    summary: 'write the sources as a bibliography',
    load: async () => (await import('./export-bibliography.ts')).exportBibliography,
  },
  {
    name: 'export library',
    summary: 'write the whole library as a folder of plain files',
    load: async () => (await import('./export-library.ts')).exportLibrary,
  },
  {
    name: 'restore',
    summary: 'make a library of such a folder again',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'check',
    summary: 'is every quotation really in its source, word for word?',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'search',
    summary: 'find words in sources, annotations and briefs',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'verify',
    summary: 'read everything again and prove that nothing changed',
    load: async () => (await import('./verify.ts')).verify,
  },
]

/** First words that need a second one: `brief`. */
export const GROUPS: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ name }) => (name.includes(' ') ? [name.slice(0, name.indexOf(' '))] : [])),
)
