import { constants, type Dirent } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileFailure } from './original-file.ts'
import { PICTURE_HEAD, pictureIn } from './picture.ts'
import { Failure } from '../../shared/contract/failures.ts'

/** A picture, style sheet or font that was saved beside a page; `path` is relative to the page, by forward slashes. */
export interface Companion {
  readonly path: string
  readonly bytes: Uint8Array
}

const PAGE = /\.(?:x?html?|xht)$/i

/** What browsers and word processors put behind a page's name, in the languages that they speak. */
const ENDINGS =
  `_files .files -files -Dateien _fichiers _bestanden _file _archivos _arquivos _ficheiros -filer _filer
  _tiedostot _pliki _soubory _elemei _dosyalar _datoteke _fitxers _fitxategiak _failid _fails _bylos _fajlovi`.split(
    /\s+/,
  )

/** The page's name, without its ending, that a folder holds the parts of; null for any other folder's name. */
export function pageOfFolder(name: string): string | null {
  const ending = ENDINGS.find((each) => name.endsWith(each))
  const page = ending === undefined ? '' : name.slice(0, -ending.length)
  return page === '' ? null : page
}

/** True where the page that a folder belongs to is among the names beside it. */
export function isPageFolder(name: string, names: ReadonlySet<string>): boolean {
  const page = pageOfFolder(name)
  return page !== null && ['html', 'htm', 'xhtml', 'xht'].some((each) => names.has(`${page}.${each}`))
}

const MOST_LOOKED_AT = 5000
const MOST_FILES = 1000
const LARGEST = 20 * 1024 * 1024
const LARGEST_SUM = 150 * 1024 * 1024
const DEEPEST = 5

/** What only gives a page its look, by the ending of its name and its first characters; in bytes, the largest of each. */
const LOOKS: readonly {
  readonly name: RegExp
  readonly is: (head: string) => boolean
  readonly largest: number
}[] = [
  { name: /\.css$/i, is: (head) => !head.includes('\0'), largest: 2 * 1024 * 1024 },
  { name: /\.svg$/i, is: (head) => /<svg\b/i.test(head), largest: 2 * 1024 * 1024 },
  { name: /\.(?:woff2?|ttf|otf)$/i, is: isFont, largest: 5 * 1024 * 1024 },
]

function isFont(head: string): boolean {
  return ['wOFF', 'wOF2', 'OTTO', 'true', '\0\u0001\0\0'].some((mark) => head.startsWith(mark))
}

function isWanted(path: string, head: Buffer, size: number): boolean {
  if (pictureIn(head) !== null) return size <= LARGEST
  const letters = head.toString('latin1')
  return LOOKS.some((kind) => size <= kind.largest && kind.name.test(path) && kind.is(letters))
}

/**
 * The pictures, style sheets and fonts in the folder that was saved with a page. Only ordinary files
 * inside that folder are read; no link is followed, neither the folder nor a
 * file. What cannot be read is left out: the page shows its description.
 */
export async function companionsOf(page: string): Promise<Companion[]> {
  const folder = PAGE.test(page) ? await folderOf(page) : null
  if (folder === null) return []
  const found: Companion[] = []
  let sum = 0
  let looked = 0
  for await (const path of filesIn(folder, basename(folder), 0)) {
    looked += 1
    if (looked > MOST_LOOKED_AT || found.length === MOST_FILES) break
    const bytes = await partAt(join(dirname(folder), path), LARGEST_SUM - sum)
    if (bytes === null) continue
    sum += bytes.length
    found.push({ path, bytes })
  }
  return found
}

async function folderOf(page: string): Promise<string | null> {
  const stem = page.replace(PAGE, '')
  for (const ending of ENDINGS) {
    const folder = `${stem}${ending}`
    const found = await orNull(() => lstat(folder))
    if (found?.isDirectory() === true) return folder
  }
  return null
}

/** Paths from the folder's own name on. A link is neither a file nor a folder here. */
async function* filesIn(folder: string, path: string, depth: number): AsyncGenerator<string> {
  const entries = (await orNull((): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }))) ?? []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = `${path}/${entry.name}`
    if (entry.isFile()) yield inside
    else if (entry.isDirectory() && depth < DEEPEST)
      yield* filesIn(join(folder, entry.name), inside, depth + 1)
  }
}

/** Null for what a page is not shown by, or is too large, or gone, or has become a link since the folder was listed. */
const partAt = (path: string, room: number): Promise<Uint8Array | null> =>
  orNull(async () => {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
    const file = await open(path, flags)
    try {
      const { size } = await file.stat()
      if (!(await file.stat()).isFile() || size > room) return null
      const head = Buffer.alloc(Math.min(size, PICTURE_HEAD))
      await file.read(head, 0, head.length, 0)
      return isWanted(path, head, size) ? await file.readFile() : null
    } finally {
      await file.close()
    }
  })

/** What the system refuses to give is not there; any other fault is a fault. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (fileFailure(error) instanceof Failure) return null
    throw error
  }
}
