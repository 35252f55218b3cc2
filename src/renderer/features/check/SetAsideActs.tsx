import { setAsideWords } from '../../../shared/brief/set-aside-words.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { setAsideEverywhere, takeAsQuotation } from '../editor/acts/set-aside.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'

/** What can be done about words that were set aside: have them so everywhere, or judge them after all. */
export function SetAsideActs({ quotation: { row, place } }: { readonly quotation: DraftQuotation }) {
  const session = useSession()
  const { say } = useMessages()
  // Asked after each check, for the card itself stays the same.
  useStore(session.checking.checked)
  const words = row.quotation
  const isEverywhere = setAsideWords(session.sheet().state.extra).includes(words)
  const judge = (): void => {
    takeAsQuotation(session.editor, place, words)
    session.checking.now()
    say(t.check.judged)
  }
  return (
    <>
      {isEverywhere && <p className="note dim">{t.check.everywhere}</p>}
      <div className="acts">
        {!isEverywhere && <Everywhere words={words} />}
        <button type="button" className="btn" onClick={judge}>
          <Icon name="quote" size="s" />
          {t.check.judge}
        </button>
      </div>
    </>
  )
}

function Everywhere({ words }: { readonly words: string }) {
  const run = useSetAsideEverywhere()
  return (
    <button type="button" className="btn" onClick={() => run(words)}>
      <Icon name="setaside" size="s" />
      {t.check.always}
    </button>
  )
}

/** Sets words aside wherever this brief has them, and says so. */
export function useSetAsideEverywhere(): (words: string) => void {
  const session = useSession()
  const { say } = useMessages()
  return (words) => {
    setAsideEverywhere(session.editor, words)
    session.checking.now()
    say(t.check.setAsideAlways(words))
  }
}
