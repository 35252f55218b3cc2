import nspell from 'nspell'
import { loaderFor } from './dictionaries.ts'

export type SpellingAsked =
  | {
      readonly kind: 'check'
      readonly id: number
      readonly language: string
      readonly words: readonly string[]
    }
  | { readonly kind: 'suggest'; readonly id: number; readonly language: string; readonly word: string }

/** The words that are wrong, or those that may be meant. */
export interface SpellingAnswer {
  readonly id: number
  readonly words: readonly string[]
}

const loaded = new Map<string, Promise<ReturnType<typeof nspell>>>()

function dictionaryOf(language: string): Promise<ReturnType<typeof nspell>> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const load = async (): Promise<ReturnType<typeof nspell>> => {
    const dictionary = await loaderFor(language)?.()
    if (dictionary === undefined) throw new Error(`No dictionary for ${language}`)
    return nspell(dictionary.aff, dictionary.dic)
  }
  // One language at a time: a dictionary takes up to some hundred megabytes.
  loaded.clear()
  const loading = load()
  loaded.set(language, loading)
  return loading
}

async function answer(asked: SpellingAsked): Promise<void> {
  const spelling = await dictionaryOf(asked.language)
  const words =
    asked.kind === 'check'
      ? asked.words.filter((word) => !spelling.correct(word))
      : spelling.suggest(asked.word).slice(0, 6)
  const told: SpellingAnswer = { id: asked.id, words }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page alone
  self.postMessage(told)
}

/** Beside the window: reading a dictionary takes seconds. */
self.addEventListener('message', ({ data }: MessageEvent<SpellingAsked>) => void answer(data))
