import { useRef, useState } from 'react'
import { useType, WIDTHS } from '../../app/type.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useTheme } from '../../app/theme.tsx'
import { THEMES } from '../../../shared/contract/shell.ts'
import { Icon } from '../../ui/Icon.tsx'

/** How the sheet is set: the size of the text, the width of its lines, the colours; behind a button in the bar. */
export function TypeMenu() {
  const { width, chooseWidth } = useType()
  const { theme, choose } = useTheme()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div
      className="type"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        setOpen(false)
        button.current?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={open ? 'btn icon on' : 'btn icon'}
        aria-label={t.reader.type.label}
        title={t.reader.type.label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="type" />
      </button>
      {open && (
        <div className="pop" role="group" aria-label={t.reader.type.label}>
          <TextSize />
          <Choices
            name="width"
            legend={t.reader.type.width}
            choices={WIDTHS.map((each) => ({ value: each, label: t.reader.type.widths[each] }))}
            chosen={width}
            choose={chooseWidth}
          />
          <Choices
            name="theme-in-reader"
            legend={t.theme.label}
            choices={THEMES.map((each) => ({ value: each, label: t.theme[each] }))}
            chosen={theme}
            choose={choose}
          />
        </div>
      )}
    </div>
  )
}

function TextSize() {
  const { size, step } = useType()
  return (
    <div className="size" role="group" aria-label={t.reader.type.size}>
      <SizeButton label={t.reader.type.smaller} sign="−" run={step('smaller')} />
      <output className="num">{t.reader.type.percent(size)}</output>
      <SizeButton label={t.reader.type.larger} sign="+" run={step('larger')} />
    </div>
  )
}

function SizeButton({
  label,
  sign,
  run,
}: {
  readonly label: string
  readonly sign: string
  readonly run: (() => void) | null
}) {
  return (
    // A button that cannot go on keeps the focus, so that the menu stays open.
    <button
      type="button"
      className="btn"
      aria-label={label}
      title={label}
      aria-disabled={run === null}
      onClick={() => run?.()}
    >
      {sign}
    </button>
  )
}

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

function Choices<Value extends string>({
  name,
  legend,
  choices,
  chosen,
  choose,
}: {
  readonly name: string
  readonly legend: string
  readonly choices: readonly Choice<Value>[]
  readonly chosen: Value
  readonly choose: (value: Value) => void
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            autoFocus={name === 'width' && value === chosen}
            onChange={() => choose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
