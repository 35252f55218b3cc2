import { $getSelection, $isRangeSelection } from 'lexical'
import { useId, useState } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { useSession } from '../session-context.tsx'
import { $linkAt, addressOf, removeLink, setLink } from './links.ts'

/** Address of a link, and its words where none are selected. */
export function LinkForm({ close }: { readonly close: () => void }) {
  const { editor } = useSession()
  const fault = useId()
  const { known, asksWords } = useLinkHere()
  const [address, setAddress] = useState(known ?? '')
  const [words, setWords] = useState('')
  const [isBad, setBad] = useState(false)
  const take = (): void => {
    const safe = addressOf(address)
    setBad(safe === null)
    if (safe === null) return
    setLink(editor, safe, words.trim())
    close()
  }
  return (
    <form
      aria-label={t.blocks.link}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <label>
        {t.blocks.address}
        <input
          className="input"
          type="url"
          value={address}
          aria-invalid={isBad}
          {...(isBad ? { 'aria-describedby': fault } : {})}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {asksWords && (
        <label>
          {t.blocks.linkWords}
          <input className="input" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      <button type="submit" className="btn primary">
        {t.blocks.setLink}
      </button>
      {known !== null && <Remove close={close} />}
      {isBad && (
        <p id={fault} role="alert">
          {t.blocks.badAddress}
        </p>
      )}
    </form>
  )
}

/** The address of the link at the caret as the form was opened, and whether there are words to be linked. */
function useLinkHere(): { readonly known: string | null; readonly asksWords: boolean } {
  const { editor } = useSession()
  const [here] = useState(() =>
    editor.read(() => {
      const selection = $getSelection()
      const link = $linkAt()
      const isCaret = !$isRangeSelection(selection) || selection.isCollapsed()
      return { known: link?.getURL() ?? null, asksWords: link === null && isCaret }
    }),
  )
  return here
}

function Remove({ close }: { readonly close: () => void }) {
  const { editor } = useSession()
  return (
    <button
      type="button"
      className="btn"
      onClick={() => {
        removeLink(editor)
        close()
      }}
    >
      {t.blocks.removeLink}
    </button>
  )
}
