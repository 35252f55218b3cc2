import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test as base } from '@playwright/test'
import { App, type Places } from './app.ts'
import { ArchiveChooser } from './pages/archive-chooser.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { Reader } from './pages/reader.ts'
import { SearchPage } from './pages/search-page.ts'
import { SourceList } from './pages/source-list.ts'

const ROOT = new URL('..', import.meta.url).pathname
export const SAMPLE = {
  wire: join(ROOT, 'resources/sample/lake-arren-wire.txt'),
  courier: join(ROOT, 'resources/sample/calder-courier.html'),
  observer: join(ROOT, 'resources/sample/tarrin-observer.md'),
}

/** What is wrong from the start: the library's database is cut off, or a file stands where its folder should be. */
export type Fault = 'none' | 'damaged-library' | 'blocked-folder'

/** The window as a user has it. */
export class Verbatim {
  readonly places: Places
  #app: App | null = null
  #letGo: () => void = () => undefined

  constructor(places: Places) {
    this.places = places
  }

  get app(): App {
    if (this.#app === null) throw new Error('The app is not open.')
    return this.#app
  }

  get page() {
    return this.app.page
  }

  get sources(): SourceList {
    return new SourceList(this.page)
  }

  get reader(): Reader {
    return new Reader(this.page)
  }

  get imports(): ImportDialog {
    return new ImportDialog(this.app)
  }

  get archive(): ArchiveChooser {
    return new ArchiveChooser(this.app)
  }

  get search(): SearchPage {
    return new SearchPage(this.page)
  }

  async open(): Promise<void> {
    this.#app = await App.launch(this.places)
  }

  async close(): Promise<void> {
    const app = this.#app
    this.#app = null
    this.#letGo()
    await app?.close()
  }

  /** Ends the app and all its processes without a word, as a power cut does. */
  async kill(): Promise<void> {
    const app = this.#app
    this.#app = null
    await app?.kill()
  }

  /** Another program begins to write, and does not end before the returned function is called. */
  holdLibrary(): () => void {
    const writer = new DatabaseSync(join(this.places.library, 'library.db'))
    writer.exec('BEGIN IMMEDIATE')
    this.#letGo = () => {
      this.#letGo = () => undefined
      writer.close()
    }
    return () => this.#letGo()
  }

  /** Changes what is stored behind the app's back, as damage does. */
  inDatabase(statement: string): void {
    const database = new DatabaseSync(join(this.places.library, 'library.db'))
    database.exec(statement)
    database.close()
  }

  /** The words of the only brief, as the library has them. */
  storedBrief(): string {
    const { library } = this.places
    const [brief] = JSON.parse(commandLine(library, '--json', 'brief', 'list')) as { id: string }[]
    const out = join(library, '..', 'stored.md')
    commandLine(library, 'brief', 'export', brief?.id ?? '', '--to', 'md', '--out', out, '--force')
    return readFileSync(out, 'utf8')
  }

  async restart(): Promise<void> {
    await this.close()
    await this.open()
  }
}

interface Options {
  readonly fault: Fault
  /** Files that are in the library already. */
  readonly imported: readonly string[]
}

/** Puts a library with these files in it into a place. */
type Stock = (imported: readonly string[], library: string) => void

export const test = base.extend<
  Options & { readonly folder: string; readonly verbatim: Verbatim },
  { readonly stock: Stock }
>({
  // Importing takes longer than many a test: files are imported once, and each test gets a copy of that library.
  stock: [
    // oxlint-disable-next-line no-empty-pattern -- how this test runner is told that nothing is needed
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'verbatim-e2e-stock-'))
      const made = new Map<string, string>()
      await use((imported, library) => {
        const key = imported.join('\n')
        const known = made.get(key) ?? join(folder, String(made.size), 'Test.verbatim')
        if (!made.has(key)) {
          mkdirSync(dirname(known), { recursive: true })
          commandLine(known, 'import', ...imported)
        }
        made.set(key, known)
        cpSync(known, library, { recursive: true })
      })
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  fault: ['none', { option: true }],
  imported: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- how this test runner is told that nothing is needed
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  verbatim: async ({ fault, imported, folder, stock }, use) => {
    const places = { library: join(folder, 'Test.verbatim'), userData: join(folder, 'user-data') }
    if (imported.length > 0) stock(imported, places.library)
    makeFault(fault, places.library)
    const verbatim = new Verbatim(places)
    await verbatim.open()
    await use(verbatim)
    await verbatim.close()
  },
})

export { expect } from '@playwright/test'

/** The command line on a test's library; its standard output. */
export function commandLine(library: string, ...words: readonly string[]): string {
  const args = [join(ROOT, 'bin/verbatim.mjs'), '--library', library, ...words]
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function makeFault(fault: Fault, library: string): void {
  switch (fault) {
    case 'none':
      return
    case 'damaged-library':
      commandLine(library, 'init')
      truncateSync(join(library, 'library.db'), 700)
      return
    case 'blocked-folder':
      writeFileSync(library, 'A file where a folder should be.')
      return
  }
}
