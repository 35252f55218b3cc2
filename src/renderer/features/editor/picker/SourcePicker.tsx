import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { citeTyped } from '../acts/cite.ts'
import { useSession } from '../session-context.tsx'
import { Picker, useTypedMark } from './Picker.tsx'
import { $typedAt } from './typed-mark.ts'
import { useOffers } from './useOffers.ts'

const LIMIT = 8

/** Sources to cite, as soon as @ and a letter are typed. */
export function SourcePicker() {
  const { editor, checking } = useSession()
  const core = useCore()
  const mark = useTypedMark(editor, $typedAt)
  const [sources] = useOffers(mark?.typed ?? null, (query) => core.sources.list({ query, limit: LIMIT }))
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
