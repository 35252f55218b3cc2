import { useRef, useState } from 'react'
import { THEMES } from '../../shared/contract/shell.ts'
import { Icon } from '../ui/Icon.tsx'
import { t } from './strings/catalogue.ts'
import { useTheme } from './theme.tsx'

/** The choice of colours, behind a button at the sidebar's foot. */
export function ThemeMenu() {
  const { theme, choose } = useTheme()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      className="theme"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        close()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="btn icon"
        aria-label={t.theme.label}
        title={t.theme.label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="sliders" />
      </button>
      {open && (
        <fieldset className="pop">
          <legend>{t.theme.label}</legend>
          {THEMES.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="theme"
                checked={name === theme}
                autoFocus={name === theme}
                onChange={() => choose(name)}
              />
              {t.theme[name]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
