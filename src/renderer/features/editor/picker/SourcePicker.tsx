import { useEffect, useState } from 'react'
import type { Source } from '../../../../shared/contract/sources.ts'
import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { citeTyped } from '../acts/cite.ts'
import { useSession } from '../session-context.tsx'
import { Picker, useTypedMark } from './Picker.tsx'
import { $typedAt, type TypedMark } from './typed-mark.ts'

const LIMIT = 8
const AFTER_TYPING = 80

/** Sources to cite, as soon as @ and a letter are typed. */
export function SourcePicker() {
  const { editor, checking } = useSession()
  const mark = useTypedMark(editor, $typedAt)
  const sources = useSources(mark)
  return (
    <Picker
      mark={mark}
      items={sources}
      keyOf={({ id }) => id}
      label={t.citing.picker}
      hint={t.citing.pickerHint}
      take={({ citekey }, at, bare) => {
        citeTyped(editor, at, citekey, bare)
        checking.now()
      }}
    >
      {(source) => (
        <>
          <span className="words" dir="auto">
            {source.title}
          </span>
          <span className="from dim">
            {[`@${source.citekey}`, source.authors.join(', '), source.published]
              .filter((each) => each !== null && each !== '')
              .join(' · ')}
          </span>
        </>
      )}
    </Picker>
  )
}

function useSources(mark: TypedMark | null): readonly Source[] {
  const core = useCore()
  const { fault } = useMessages()
  const [sources, setSources] = useState<readonly Source[]>([])
  const typed = mark?.typed ?? null
  useEffect(() => {
    if (typed === null) return
    let gone = false
    const ask = async (): Promise<void> => {
      try {
        const found = await core.sources.list({ query: typed, limit: LIMIT })
        if (!gone) setSources(found)
      } catch (error) {
        if (!gone) fault(error)
      }
    }
    const timer = setTimeout(() => void ask(), AFTER_TYPING)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [typed, core, fault])
  return typed === null ? [] : sources
}
