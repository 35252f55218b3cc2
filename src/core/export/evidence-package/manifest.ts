import { createHash } from 'node:crypto'
import type { PackageFile } from './proof.ts'

export const SUMS = 'SHA256SUMS'

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The hash of every file, by path, as `sha256sum -c` reads it. */
export const sumsOf = (files: readonly PackageFile[]): string =>
  inOrder(files)
    .map(({ path, bytes }) => `${sha256Of(bytes)}  ${path}\n`)
    .join('')

/** By code units: the same on every machine. */
export const inOrder = (files: readonly PackageFile[]): readonly PackageFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : 1))

const ONLY_IN_FOLDER = /^(?:evidence\.js|index\.html|verify\.mjs|brief\.pdf|originals\/.*)$/u

/** A script that hands the page beside it copies of the texts, for browsers give a page on the disk no files. */
export function copiesFor(files: readonly PackageFile[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const copies = inOrder(files)
    .filter(({ path }) => !ONLY_IN_FOLDER.test(path))
    .map(({ path, bytes }) => [path, decoder.decode(bytes)])
  return `evidence(${JSON.stringify(Object.fromEntries(copies), null, 1)})\n`
}
