/*
 * Character maps and standard fonts, which a PDF may use and not hold. They come with the app, as parts of it that are
 * loaded when a PDF asks for them: the page may fetch nothing.
 */

type Loads = Readonly<Record<string, () => Promise<string>>>

const MAPS: Loads = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
})
const FONTS: Loads = import.meta.glob<string>(
  '../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  {
    query: '?url&inline',
    import: 'default',
  },
)

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const byName = (loads: Loads): ReadonlyMap<string, () => Promise<string>> =>
  new Map(Object.entries(loads).map(([path, load]) => [nameOf(path), load]))

const KINDS: Readonly<Record<string, ReadonlyMap<string, () => Promise<string>>>> = {
  cMapUrl: byName(MAPS),
  standardFontDataUrl: byName(FONTS),
}

/** Gives the library the files that it would otherwise fetch. */
export class PdfData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const load = KINDS[kind]?.get(filename)
    if (load === undefined) throw new Error(`The app brings no “${filename}”.`)
    const address = await load()
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  }
}
