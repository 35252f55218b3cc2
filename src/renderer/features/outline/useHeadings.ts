import { useEffect, useState } from 'react'
import type { BriefSession } from '../editor/session.ts'
import { $headings, type Headings } from './headings.ts'

/** The headings of the brief as it changes and as the caret moves. */
export function useHeadings(session: BriefSession): Headings {
  const { editor } = session
  const [headings, setHeadings] = useState(() => editor.read($headings))
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($headings)
        setHeadings((before) => (isSame(before, next) ? before : next))
      }),
    [editor],
  )
  return headings
}

const isSame = (one: Headings, other: Headings): boolean =>
  one.current === other.current &&
  one.all.length === other.all.length &&
  one.all.every((heading, index) => {
    const there = other.all[index]
    return (
      heading.key === there?.key &&
      heading.block === there.block &&
      heading.level === there.level &&
      heading.words === there.words
    )
  })
