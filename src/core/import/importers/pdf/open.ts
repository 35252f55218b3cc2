import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Failure } from '../../../../shared/contract/failures.ts'
import { refused } from '../../../../shared/contract/failures.ts'
import type { Pdfjs } from './library.ts'
import { settings } from './library.ts'
import { repaired } from './repair.ts'

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy
  readonly close: () => Promise<void>
}

/** What is asked of the library beside the settings that hold for all. */
interface Options {
  readonly password: string | null
  /** In pixels; larger pictures are passed over. 0 passes over all. */
  readonly largestPicture: number
}

/** Opens a PDF, one that lost its end too. `REFUSED` failures: `password`, `wrong-password`, `damaged`. */
export async function openPdf(pdfjs: Pdfjs, bytes: Uint8Array, options: Options): Promise<OpenPdf> {
  // The library takes what it is given for its own.
  const whole = await tryToOpen(pdfjs, Uint8Array.from(bytes), options)
  if (whole !== null) return whole
  const mended = repaired(bytes)
  const opened = mended === null ? null : await tryToOpen(pdfjs, mended, options)
  if (opened === null) throw damaged()
  return opened
}

/** Null for a file without the structure of a PDF. */
async function tryToOpen(pdfjs: Pdfjs, data: Uint8Array, options: Options): Promise<OpenPdf | null> {
  const loading = pdfjs.getDocument({
    ...settings(),
    data,
    maxImageSize: options.largestPicture,
    ...(options.password === null ? {} : { password: options.password }),
  })
  try {
    return { pdf: await loading.promise, close: () => loading.destroy() }
  } catch (error) {
    await loading.destroy()
    if (!(error instanceof Error)) throw error
    if (error.name !== 'PasswordException') return null
    throw Reflect.get(error, 'code') === pdfjs.PasswordResponses.INCORRECT_PASSWORD
      ? wrongPassword()
      : locked()
  }
}

const locked = (): Failure =>
  refused(
    'password',
    'The file is locked with a password. Nothing was added. Enter the password, or save an unlocked copy and import it again.',
  )

const wrongPassword = (): Failure =>
  refused(
    'wrong-password',
    'This is not the password of the file. Nothing was added. Enter it again, or save an unlocked copy and import that.',
  )

export const damaged = (): Failure =>
  refused(
    'damaged',
    'The file is damaged: no page of it can be read. Nothing was imported. Get the file anew, and import that.',
  )
