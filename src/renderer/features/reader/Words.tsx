import type { ReactNode, RefObject } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import type { Handlers } from './text-handlers.ts'

/** The words, where one works with a caret. */
export function Words({
  article,
  keysId,
  isLaidOut,
  handlers,
  children,
}: {
  readonly article: RefObject<HTMLElement | null>
  readonly keysId: string
  readonly isLaidOut: boolean
  readonly handlers: Handlers
  readonly children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- its caret makes it a place to work in
    <article
      ref={article}
      className={isLaidOut ? 'words' : 'words long'}
      aria-label={t.reader.text}
      aria-describedby={keysId}
      tabIndex={0}
      data-first-focus
      {...handlers}
    >
      {children}
    </article>
  )
}
