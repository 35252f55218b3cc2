import { t } from '../../app/strings/catalogue.ts'
import type { Choices } from './choices.ts'

const PARTS = ['appendix', 'comments'] as const

/** What stands behind the bibliography. */
export function ContentsChoice({
  choices,
  keep,
}: {
  readonly choices: Choices
  readonly keep: (choices: Choices) => void
}) {
  return (
    <fieldset>
      <legend>{t.exporting.more}</legend>
      {PARTS.map((part) => (
        <label key={part} className="part">
          <input
            type="checkbox"
            checked={choices[part]}
            onChange={({ target }) => keep({ ...choices, [part]: target.checked })}
          />
          <span>
            <b>{t.exporting.parts[part].name}</b>
            <small>{t.exporting.parts[part].hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
