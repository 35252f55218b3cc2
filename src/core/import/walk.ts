import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { isInside } from './inside.ts'
import { fileFailure, notAFile } from './original-file.ts'
import { isPageFolder } from './page-folder.ts'

/**
 * Something on the way: a file to read, or a place that is passed over, with
 * the reason. `named` files were asked for; the others were met in a folder.
 */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'skipped'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Failure }

/**
 * The files at a path: itself, or all in a folder and the folders inside, by
 * name. Links are followed while they stay inside the folder and lead nowhere
 * twice.
 */
export async function* filesAt(path: string): AsyncGenerator<Found> {
  const found = await statOrFailure(path)
  if (found instanceof Failure) {
    yield { kind: 'failed', path, failure: found }
  } else if (found.isDirectory()) {
    const root = await realPathOrFailure(path)
    if (root instanceof Failure) yield { kind: 'failed', path, failure: root }
    else yield* walk(path, { root, seen: new Set([root]) })
  } else if (found.isFile()) {
    yield { kind: 'file', path, named: true }
  } else {
    yield { kind: 'failed', path, failure: notAFile() }
  }
}

interface Walk {
  readonly root: string
  /** Real paths of the folders walked, so that no link leads in a circle. */
  readonly seen: Set<string>
}

async function* walk(folder: string, state: Walk): AsyncGenerator<Found> {
  const entries = await entriesOf(folder)
  if (entries instanceof Failure) {
    yield { kind: 'failed', path: folder, failure: entries }
    return
  }
  const names = new Set(entries.map((entry) => entry.name))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const passed = passedOver(entry, names)
    if (passed !== null) yield { kind: 'skipped', path, failure: passed }
    else if (entry.isSymbolicLink()) yield* followLink(path, state)
    else yield* enter(path, entry, state)
  }
}

type Kind = Pick<Stats, 'isDirectory' | 'isFile'>

async function* enter(path: string, kind: Kind, state: Walk): AsyncGenerator<Found> {
  if (kind.isDirectory()) {
    yield* enterFolder(path, state)
  } else if (kind.isFile()) {
    yield { kind: 'file', path, named: false }
  } else {
    yield { kind: 'skipped', path, failure: notAFile() }
  }
}

async function* enterFolder(path: string, state: Walk): AsyncGenerator<Found> {
  const real = await realPathOrFailure(path)
  if (real instanceof Failure) {
    yield { kind: 'failed', path, failure: real }
  } else if (state.seen.has(real)) {
    yield { kind: 'skipped', path, failure: refused('link-loop', 'This folder was walked already.') }
  } else {
    state.seen.add(real)
    yield* walk(path, state)
  }
}

async function* followLink(path: string, state: Walk): AsyncGenerator<Found> {
  const target = await statOrFailure(path)
  if (target instanceof Failure) {
    yield { kind: 'skipped', path, failure: deadLink(target) }
    return
  }
  const real = await realPathOrFailure(path)
  if (real instanceof Failure) {
    yield { kind: 'skipped', path, failure: deadLink(real) }
    return
  }
  if (!isInside(real, state.root)) {
    const failure = refused('link-outside', 'This link leads out of the folder and was not followed.')
    yield { kind: 'skipped', path, failure }
    return
  }
  yield* enter(path, target, state)
}

const deadLink = (failure: Failure): Failure =>
  failure.reason === 'absent' ? refused('dead-link', 'This link leads to a file that is not there.') : failure

async function statOrFailure(path: string): Promise<Stats | Failure> {
  try {
    await lstat(path)
    return await stat(path)
  } catch (error) {
    return asFailure(error)
  }
}

/** A path may be gone by now, or be what no path leads to: an open pipe in /dev/fd. */
async function realPathOrFailure(path: string): Promise<string | Failure> {
  try {
    return await realpath(path)
  } catch (error) {
    return asFailure(error)
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | Failure> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return asFailure(error)
  }
}

function asFailure(error: unknown): Failure {
  const failure = fileFailure(error)
  if (failure instanceof Failure) return failure
  throw error
}

const NO_ARTICLE =
  /\.(?:css|less|scss|m?js|cjs|jsx|tsx?|json|jsonld|map|xml|xsl|rss|atom|svg|ico|csv|tsv|ya?ml|toml|ini|conf|cfg|env|log|lock|sh|bash|bat|cmd|ps1|py|rb|php|pl|go|rs|c|h|cc|cpp|hpp|java|kt|swift|sql|db|sqlite|csl|ics|vcf|srt|vtt|tex|patch|diff|woff2?|ttf|otf|eot|wasm|part|crdownload|tmp|bak|swp)$/i

/** What is no article by its name alone; null when it must be looked at. */
function passedOver(entry: Dirent, names: ReadonlySet<string>): Failure | null {
  const { name } = entry
  if (name.startsWith('.')) return refused('hidden', 'Hidden files and folders are passed over.')
  if (entry.isDirectory()) return passedOverFolder(name, names)
  return NO_ARTICLE.test(name) ? refused('not-an-article', 'A file of this kind holds no article.') : null
}

function passedOverFolder(name: string, names: ReadonlySet<string>): Failure | null {
  if (name.endsWith('.verbatim')) return refused('library', 'This folder is a library of Verbatim.')
  if (name === 'node_modules') return refused('not-an-article', 'This folder holds programs and no articles.')
  return isPageFolder(name, names)
    ? refused('part-of-a-page', 'This folder holds the parts of the saved page beside it.')
    : null
}
