import { useEffect } from 'react'
import { z } from 'zod'
import { useKept } from '../../app/kept.ts'
import type { BriefSession } from '../editor/session.ts'
import { typeMarks } from './typographic-marks.ts'

/** What the program does to what is typed, kept until the next start. */
export interface Typing {
  readonly marks: boolean
  readonly setMarks: (on: boolean) => void
  readonly spelling: boolean
  readonly setSpelling: (on: boolean) => void
}

export function useTyping(session: BriefSession): Typing {
  const [marks, setMarks] = useKept('typographicMarks', z.boolean(), true)
  const [spelling, setSpelling] = useKept('spelling', z.boolean(), true)
  useEffect(
    () => (marks ? typeMarks(session.editor, session.root, session.language.get) : undefined),
    [marks, session],
  )
  return { marks, setMarks, spelling, setSpelling }
}
