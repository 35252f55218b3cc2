import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Loaded when the first PDF is read: other originals need none of it. */
export async function loadPdfjs(): Promise<Pdfjs> {
  // Without a worker of its own the library takes this one, in the same process.
  if (!('pdfjsWorker' in globalThis))
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** Where the package keeps its character maps and standard fonts. */
function folderOf(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return join(root, name) + sep
}

/** Nothing is fetched, nothing is compiled, no font of this machine takes part: the same bytes read the same everywhere. */
export const settings = (): DocumentInitParameters => ({
  verbosity: 0,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  cMapUrl: folderOf('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: folderOf('standard_fonts'),
  wasmUrl: folderOf('wasm'),
  iccUrl: folderOf('iccs'),
})
