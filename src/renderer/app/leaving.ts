import { createContext, useContext, useEffect } from 'react'

/** Words of the user that are not stored; `why` is null while they are on their way. */
export interface Unstored {
  readonly what: string
  readonly why: string | null
}

/** A part of the window that holds words which may not be stored yet. */
export interface Keeper {
  /** At this moment. */
  readonly unstored: () => readonly Unstored[]
  /** Stores what can be; resolves when it was tried. */
  readonly keep: () => Promise<void>
  /** Storing it is an act of its own, which undo would take back instead of the one meant. */
  readonly isAct: boolean
}

/** All that must be stored before the window goes. */
export class Leaving {
  readonly #keepers = new Set<Keeper>()

  /** The returned function takes the keeper out again. */
  add(keeper: Keeper): () => void {
    this.#keepers.add(keeper)
    return () => this.#keepers.delete(keeper)
  }

  unstored(): readonly Unstored[] {
    return [...this.#keepers].flatMap((keeper) => keeper.unstored())
  }

  /** Stores what undo may have to change: an open brief is not changed beneath words that are on their way. */
  async keepForUndo(): Promise<void> {
    await Promise.all([...this.#keepers].filter(({ isAct }) => !isAct).map((keeper) => keeper.keep()))
  }

  /** Tries to store everything; true when nothing is left, not even what was typed meanwhile. */
  async keep(): Promise<boolean> {
    await Promise.all([...this.#keepers].map((keeper) => keeper.keep()))
    return this.unstored().length === 0
  }
}

export const LeavingContext = createContext<Leaving | null>(null)

export function useLeaving(): Leaving {
  const leaving = useContext(LeavingContext)
  if (leaving === null) throw new Error('Nothing is kept here.')
  return leaving
}

/** Has a part of the window stored before the window goes. */
export function useBeforeLeaving(keeper: Keeper): void {
  const leaving = useLeaving()
  useEffect(() => leaving.add(keeper), [leaving, keeper])
}
