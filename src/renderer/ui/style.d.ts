declare module '*.css'

/** The address of a file that is part of the app. */
declare module '*?url' {
  const address: string
  // oxlint-disable-next-line import/no-default-export -- as the bundler gives it
  export default address
}

/** The words of a file that is part of the app. */
declare module '*?raw' {
  const words: string
  // oxlint-disable-next-line import/no-default-export -- as the bundler gives it
  export default words
}

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs'

interface ImportMeta {
  /** Parts of the app by their paths, each loaded when it is asked for. */
  readonly glob: <T>(
    pattern: string,
    how: { readonly query: string; readonly import: string },
  ) => Readonly<Record<string, () => Promise<T>>>
}
