import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { dictionaryFor } from '../spelling/dictionaries.ts'
import { languageName, LANGUAGES } from './languages.ts'
import type { Typing } from './useTyping.ts'
import './typing.css'

/** The language of the brief, and what is done to what is typed. */
export function TypingDialog({ typing, close }: { readonly typing: Typing; readonly close: () => void }) {
  const session = useSession()
  const language = useStore(session.language)
  const tags = language === null || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES]
  return (
    <Dialog title={t.typing.title} closeLabel={t.common.close} close={close} className="typing">
      <div className="body">
        <label className="language">
          <span>{t.typing.language}</span>
          <select
            className="input"
            data-first-focus
            value={language ?? ''}
            onChange={({ target }) => session.language.set(target.value === '' ? null : target.value)}
          >
            <option value="">{t.typing.none}</option>
            {tags.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        </label>
        <Choice label={t.typing.marks} hint={t.typing.marksHint} on={typing.marks} set={typing.setMarks} />
        <Choice
          label={t.typing.spelling}
          hint={dictionaryFor(language) === null ? t.typing.noDictionary : t.typing.spellingHint}
          on={typing.spelling}
          set={typing.setSpelling}
        />
      </div>
    </Dialog>
  )
}

function Choice({
  label,
  hint,
  on,
  set,
}: {
  readonly label: string
  readonly hint: string
  readonly on: boolean
  readonly set: (on: boolean) => void
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />
      <span>
        <b>{label}</b>
        <small>{hint}</small>
      </span>
    </label>
  )
}
