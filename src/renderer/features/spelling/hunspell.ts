import { getWasmModule, Hunspell } from 'hunspell-wasm'

/** How many words are offered at most. */
const OFFERED = 6

/** Judges single words of one language; apostrophes may be straight or curved. */
export interface Dictionary {
  readonly knows: (word: string) => boolean
  /** Words that may be meant, the likeliest first. */
  readonly suggest: (word: string) => readonly string[]
}

/** Reads Hunspell's two files, in UTF-8: the rules of a language's endings, and its words. Throws when they are none. */
export async function openDictionary(rules: Uint8Array, words: Uint8Array): Promise<Dictionary> {
  const program: unknown = await getWasmModule()
  const hunspell = new Hunspell(program, asFile(rules), asFile(words))
  return {
    knows: (word) => hunspell.testSpelling(word),
    suggest: (word) => [...new Set(hunspell.getSpellingSuggestions(word))].slice(0, OFFERED),
  }
}

/**
 * The library hands each to its file system, which takes texts and bytes alike; its types name texts alone. A text
 * would first become an array of numbers, with many times its size.
 */
const asFile = (bytes: Uint8Array): string => bytes as unknown as string
