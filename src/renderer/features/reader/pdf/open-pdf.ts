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

/** Takes the bytes for its own. Throws what the library throws: `PasswordException` for a locked file. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const worker = new Worker(workerAddress, { type: 'module' })
  try {
    const [library, { PdfData }] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.min.mjs') as Promise<PdfLibrary>,
      import('./pdf-data.ts'),
    ])
    const loading = library.getDocument({
      data: new Uint8Array(bytes),
      worker: library.PDFWorker.create({ port: worker }),
      BinaryDataFactory: PdfData,
      // Their names are told without addresses: the factory knows where they are.
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      standardFontDataUrl: 'fonts/',
      // The page's policy compiles nothing, so decoders are taken as script.
      useWasm: false,
      wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
      useWorkerFetch: false,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: LARGEST_PICTURE,
      verbosity: 0,
    })
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
