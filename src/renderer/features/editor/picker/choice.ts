import type { Suggestion } from '../../../../shared/contract/passages.ts'

/** A suggested passage, as wide as the author wants it. */
export interface Choice {
  readonly of: Suggestion
  /** How many characters of what stands from its start on are taken. */
  readonly length: number
}

export const choiceOf = (of: Suggestion): Choice => ({ of, length: of.exact.length })

const whole = ({ of }: Choice): string => of.exact + of.after

export const wordsOf = (choice: Choice): string => whole(choice).slice(0, choice.length)

/** One word less at its end; the same where one is left. */
export function fewer(choice: Choice): Choice {
  const words = wordsOf(choice)
  const at = words.search(/\s+\S+\s*$/u)
  return at <= 0 ? choice : { ...choice, length: at }
}

/** One word more at its end, of what follows it in the source; the same where nothing does. */
export function more(choice: Choice): Choice {
  const next = /^\s*\S+/u.exec(whole(choice).slice(choice.length))?.[0]
  return next === undefined ? choice : { ...choice, length: choice.length + next.length }
}
