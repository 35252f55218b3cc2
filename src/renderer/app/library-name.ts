/** A library is named by its folder. */
export const libraryName = (path: string): string =>
  path
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\.verbatim$/, '') ?? ''
