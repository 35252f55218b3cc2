import { useEffect, useState } from 'react'
import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { useSession } from '../session-context.tsx'
import { choiceOf, fewer, more, wordsOf, type Choice } from './choice.ts'
import { Picker, useTypedMark } from './Picker.tsx'
import { quoteOfChoice, replaceTyped } from './quote-choice.ts'
import { $typedMark, type TypedMark } from './typed-mark.ts'

const LIMIT = 6
const AFTER_TYPING = 80

/**
 * Passages to quote, as soon as an opening quotation mark and two letters are typed. Whoever types on past the list has
 * plain words, which are checked like any.
 */
export function QuotePicker() {
  const session = useSession()
  const { say, fault } = useMessages()
  const core = useCore()
  const mark = useTypedMark(session.editor, $typedMark)
  const { choices, change } = useChoices(mark)
  const take = async (choice: Choice, at: TypedMark, block: boolean): Promise<void> => {
    try {
      const quote = await quoteOfChoice(core, choice)
      if (quote === null || !replaceTyped(session.editor, at, quote, block)) say(t.alter.gone)
      session.checking.now()
    } catch (error) {
      fault(error)
    }
  }
  return (
    <Picker
      mark={mark}
      items={choices}
      keyOf={placeOf}
      label={t.editor.picker.label}
      hint={t.editor.picker.hint}
      take={(choice, at, block) => void take(choice, at, block)}
      adjust={(index, by) => change(index, by === 'more' ? more : fewer)}
    >
      {(choice) => (
        <>
          <span className="words" dir="auto">
            {wordsOf(choice)}
          </span>
          <span className="from dim">
            {[choice.of.speaker, choice.of.title].filter((each) => each !== null).join(' · ')}
            {choice.of.annotation === null && <> · {t.editor.picker.unmarked}</>}
          </span>
        </>
      )}
    </Picker>
  )
}

const placeOf = ({ of: { source, start } }: Choice): string => `${source} ${String(start)}`

/** The passages that go on as was typed; the last answer stays until the next is there. */
function useChoices(mark: TypedMark | null): {
  readonly choices: readonly Choice[]
  readonly change: (at: number, to: (choice: Choice) => Choice) => void
} {
  const session = useSession()
  const core = useCore()
  const { fault } = useMessages()
  const [choices, setChoices] = useState<readonly Choice[]>([])
  const typed = mark?.typed ?? null
  useEffect(() => {
    if (typed === null) return
    let gone = false
    const { passages } = session.checking.checked.get()
    const sources = [...new Set([...passages.values()].map(({ source }) => source))]
    const ask = async (): Promise<void> => {
      try {
        const found = await core.briefs.suggest({ typed, sources, limit: LIMIT })
        if (!gone) setChoices(found.map(choiceOf))
      } catch (error) {
        if (!gone) fault(error)
      }
    }
    const timer = setTimeout(() => void ask(), AFTER_TYPING)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [typed, core, session, fault])
  return {
    choices: typed === null ? [] : choices,
    change: (at, to) => setChoices(choices.map((each, index) => (index === at ? to(each) : each))),
  }
}
