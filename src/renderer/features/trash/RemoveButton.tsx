import type { KeyboardEvent } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Whether a key that was pressed in a list removes what is chosen there. */
export const isRemoving = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (key === 'Delete' || key === 'Backspace') && !ctrlKey && !metaKey && !altKey && !shiftKey

/** Removes what is chosen in a list; `title` is null where nothing is. */
export function RemoveButton({
  title,
  remove,
}: {
  readonly title: string | null
  readonly remove: () => void
}) {
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={title === null ? t.trash.move : t.trash.moveChosen(title)}
      title={t.trash.move}
      aria-keyshortcuts="Delete"
      disabled={title === null}
      onClick={remove}
    >
      <Icon name="trash" />
    </button>
  )
}
