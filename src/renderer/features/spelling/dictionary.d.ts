/** Made by the build of the packages `dictionary-…`: scripts, because the page may load nothing else. */
declare module 'virtual:dictionary/*' {
  export const aff: string
  export const dic: string
}

declare module 'nspell' {
  /** What is used of it: words with straight apostrophes. */
  interface Spelling {
    readonly correct: (word: string) => boolean
    readonly suggest: (word: string) => string[]
    readonly add: (word: string) => unknown
  }
  export default function nspell(aff: string, dic: string): Spelling
}
