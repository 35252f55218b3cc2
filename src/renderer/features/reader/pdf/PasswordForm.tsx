import { useId, useState } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { Locked } from './useOpenPdf.ts'

/** Asks for the password of a locked PDF, in the place of its pages. */
export function PasswordForm({ locked: { wrong, unlock } }: { readonly locked: Locked }) {
  const [password, setPassword] = useState('')
  const id = useId()
  return (
    <form
      className="said pdf-unlock"
      aria-label={t.reader.pdfLocked.label}
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') unlock(password)
      }}
    >
      <h2>
        <Icon name="key" /> {t.reader.pdfLocked.label}
      </h2>
      <p id={`${id}why`}>{t.reader.pdfLocked.why}</p>
      <label htmlFor={`${id}field`}>{t.reader.pdfLocked.password}</label>
      <div className="unlock-line">
        <input
          id={`${id}field`}
          type="password"
          className="input"
          autoComplete="off"
          data-first-focus
          aria-describedby={wrong ? `${id}wrong ${id}why` : `${id}why`}
          aria-invalid={wrong}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <button type="submit" className="btn primary" disabled={password === ''}>
          {t.reader.pdfLocked.unlock}
        </button>
      </div>
      <p id={`${id}wrong`} className="wrong" role="alert">
        {wrong && t.reader.pdfLocked.wrong}
      </p>
    </form>
  )
}
