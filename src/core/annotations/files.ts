import { readFile, stat } from 'node:fs/promises'
import type { AnnotationFormat, AnnotationImport } from '../../shared/contract/annotations.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { refuseEarly, writeExport } from '../export/write-export.ts'
import type { Library } from '../library/library.ts'
import { exportAnnotations } from './export.ts'
import { importAnnotations } from './import.ts'

/** Bytes of a file of annotations: a million take less. */
const LARGEST = 1024 ** 3

/** Writes annotations to a file, whole or not at all. Throws `REFUSED` with the reasons of `writeExport`. */
export async function writeAnnotations(
  library: Library,
  {
    source,
    format,
    out,
    force,
  }: {
    readonly source?: string | undefined
    readonly format: AnnotationFormat
    /** Absolute path. */
    readonly out: string
    readonly force: boolean
  },
): Promise<{ readonly path: string; readonly bytes: number }> {
  await refuseEarly(out, force)
  const bytes = new TextEncoder().encode(exportAnnotations(library, { source, format }).text)
  await writeExport(out, bytes, { force })
  return { path: out, bytes: bytes.length }
}

/**
 * Takes in a file of annotations. Throws `REFUSED`: `not-readable`, `too-large`, and what the taking in of its text
 * throws.
 */
export async function* readAnnotations(
  library: Library,
  { path }: { readonly path: string },
  signal?: AbortSignal,
): AsyncGenerator<AnnotationImport, void, undefined> {
  yield* importAnnotations(library, { json: await textOf(path) }, signal)
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) throw tooLarge()
    return new TextDecoder().decode(await readFile(path))
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error && 'code' in error)) throw error
    throw refused(
      'not-readable',
      'This file cannot be read. Nothing was imported. Look whether it is still there and may be read.',
    )
  }
}

const tooLarge = (): Failure =>
  refused(
    'too-large',
    'This file is larger than 1 GB. Nothing was imported. Export fewer annotations at once.',
  )
