import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- an address that the bundler makes
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** The largest picture that is shown, in pixels: a page of a scan at 600 dots an inch. */
const LARGEST_PICTURE = 64_000_000

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** An open PDF, with a worker of its own that reads it; `close` ends both. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy
  readonly library: PdfLibrary
  readonly close: () => void
}

/** Asks for the password of a locked file; `wrong` after one that did not open it. Rejects when nobody wants it any more. */
export type AskPassword = (wrong: boolean) => Promise<string>

/**
 * Opens a PDF whose bytes may still be on their way: what reads them is started meanwhile. Takes the bytes for its own.
 * Throws what the library throws, and what `ask` rejects with.
 */
export async function openPdf(bytes: Promise<ArrayBuffer>, ask: AskPassword): Promise<OpenPdf> {
  const worker = new Worker(workerAddress, { type: 'module' })
  try {
    const [library, { PdfData }, data] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.min.mjs') as Promise<PdfLibrary>,
      import('./pdf-data.ts'),
      bytes,
    ])
    const loading = library.getDocument({
      ...SETTINGS,
      data: new Uint8Array(data),
      worker: library.PDFWorker.create({ port: worker }),
      BinaryDataFactory: PdfData,
      wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
    })
    loading.onPassword = (answer: (password: string | Error) => void, reason: number): void => {
      ask(reason === library.PasswordResponses.INCORRECT_PASSWORD).then(answer, answer)
    }
    const pdf = await loading.promise
    const close = (): void => {
      loading
        .destroy()
        .catch(() => undefined)
        .finally(() => worker.terminate())
    }
    return { pdf, library, close }
  } catch (error) {
    worker.terminate()
    throw error
  }
}

const SETTINGS = {
  // Their names are told without addresses: the factory knows where they are.
  cMapUrl: 'cmaps/',
  cMapPacked: true,
  standardFontDataUrl: 'fonts/',
  // The page's policy compiles nothing, so decoders are taken as script.
  useWasm: false,
  useWorkerFetch: false,
  useSystemFonts: false,
  enableXfa: false,
  maxImageSize: LARGEST_PICTURE,
  verbosity: 0,
} as const
