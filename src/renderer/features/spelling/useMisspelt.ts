import { useEffect, useMemo, useState } from 'react'
import type { BriefSession } from '../editor/session.ts'
import { useStore } from '../editor/store.ts'
import { paintInSight } from '../find/painting.ts'
import { dictionaryFor } from './dictionaries.ts'
import { typedWords, type Misspelt } from './misspelt.ts'
import { spellerOf, type Speller } from './speller.ts'

/** Milliseconds after the last key before words are looked up. */
const AFTER_TYPING = 400

export interface Spelling {
  readonly words: readonly Misspelt[]
  /** Null where the brief's language has no dictionary, or spelling is not checked. */
  readonly speller: Speller | null
}

const NONE: Spelling = { words: [], speller: null }

/** The words of the brief that no dictionary knows, underlined where they stand; `own` are right as well. */
export function useMisspelt(session: BriefSession, on: boolean, own: readonly string[]): Spelling {
  const dictionary = dictionaryFor(useStore(session.language))
  const wanted = on ? dictionary : null
  const [found, setFound] = useState<Spelling & { readonly of: string | null }>({ ...NONE, of: null })
  useEffect(() => {
    if (wanted === null) return
    const speller = spellerOf(wanted)
    return follow(session, speller, (words) => setFound({ words, speller, of: wanted }))
  }, [session, wanted])
  const spelling = useMemo((): Spelling => {
    if (wanted === null || found.of !== wanted) return NONE
    return { speller: found.speller, words: found.words.filter(({ word }) => !own.includes(word)) }
  }, [found, wanted, own])
  const { words } = spelling
  // A word that changed since is not where it was.
  useEffect(() => paintInSight(session.editor, { name: 'misspelt', priority: 0 }, words), [session, words])
  return spelling
}

function follow(
  session: BriefSession,
  speller: Speller,
  tell: (words: readonly Misspelt[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const look = async (): Promise<void> => {
    const sheet = session.sheet()
    const typed = typedWords(sheet)
    const wrong = await speller.wrong(typed.map(({ word }) => word))
    if (ended || session.sheet() !== sheet) return
    tell(typed.filter(({ word }) => wrong.has(word)))
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), AFTER_TYPING)
  }
  const stop = session.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later()
  })
  // The sheet is shown first.
  later()
  return () => {
    ended = true
    clearTimeout(timer)
    stop()
  }
}
