/** Made by the build of the packages `dictionary-…`: addresses of Hunspell's two files, as they are or compressed. */
declare module 'virtual:dictionary/*' {
  /** The rules of a language's endings. */
  export const aff: string
  /** Its words. */
  export const dic: string
}
