import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { useSession } from '../session-context.tsx'
import { choiceOf, fewer, more, wordsOf, type Choice } from './choice.ts'
import { Picker, useTypedMark } from './Picker.tsx'
import { quoteOfChoice, replaceTyped } from './quote-choice.ts'
import { $typedMark, type TypedMark } from './typed-mark.ts'
import { useOffers } from './useOffers.ts'

const LIMIT = 6

/**
 * Passages to quote, as soon as an opening quotation mark and two letters are typed. Whoever types on past the list has
 * plain words, which are checked like any.
 */
export function QuotePicker() {
  const session = useSession()
  const { say, fault } = useMessages()
  const core = useCore()
  const mark = useTypedMark(session.editor, $typedMark)
  const [choices, setChoices] = useOffers(mark?.typed ?? null, async (typed) => {
    const { passages } = session.checking.checked.get()
    const sources = [...new Set([...passages.values()].map(({ source }) => source))]
    return (await core.briefs.suggest({ typed, sources, limit: LIMIT })).map(choiceOf)
  })
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
      adjust={(index, by) => {
        const to = by === 'more' ? more : fewer
        setChoices(choices.map((each, at) => (at === index ? to(each) : each)))
      }}
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
