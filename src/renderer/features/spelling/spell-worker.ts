import type { DictionaryName } from './dictionaries.ts'
import { loadDictionary } from './dictionary-files.ts'
import type { Dictionary } from './hunspell.ts'

export type SpellingAsked =
  | { readonly kind: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly id: number; readonly word: string }

/** The words that are wrong, or those that may be meant; null when the dictionary cannot be read. */
export interface SpellingAnswer {
  readonly id: number
  readonly words: readonly string[] | null
}

async function answered(asked: SpellingAsked): Promise<readonly string[] | null> {
  try {
    const { knows, suggest } = await dictionary
    return asked.kind === 'check' ? asked.words.filter((word) => !knows(word)) : suggest(asked.word)
  } catch (error) {
    console.error(error)
    return null
  }
}

async function answer(asked: SpellingAsked): Promise<void> {
  const told: SpellingAnswer = { id: asked.id, words: await answered(asked) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page alone
  self.postMessage(told)
}

/** Its name is the dictionary's: a worker reads one, once, beside the window. */
const dictionary: Promise<Dictionary> = loadDictionary(self.name as DictionaryName)

self.addEventListener('message', ({ data }: MessageEvent<SpellingAsked>) => void answer(data))
