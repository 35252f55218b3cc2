import { useState } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { ENCODINGS } from '../../app/strings/encodings.ts'
import { useCore } from '../../app/surroundings.tsx'

/** Where letters came out wrong: the kept original, read in the encoding that it really is in. */
export function Reread({ source, encoding }: { readonly source: Source; readonly encoding: string }) {
  const core = useCore()
  const { did } = useMessages()
  const [chosen, setChosen] = useState(encoding)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const names = ENCODINGS.some(([name]) => name === encoding)
    ? ENCODINGS
    : [[encoding, encoding.toUpperCase()] as const, ...ENCODINGS]
  const read = async (): Promise<void> => {
    setBusy(true)
    try {
      const { source: newer } = await core.sources.reread({ source: source.id, encoding: chosen })
      setFault(null)
      did(t.details.reread(newer.title, newer.versions))
    } catch (thrown) {
      setFault(sentenceOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="reread">
      <label>
        {t.details.readAs}
        <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {names.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <span className="hint">{t.details.readAsHint}</span>
      </label>
      {fault !== null && (
        <p className="warn" role="alert">
          {fault}
        </p>
      )}
      <button
        type="button"
        className="btn"
        disabled={busy || chosen === encoding}
        onClick={() => void read()}
      >
        {t.details.readAgain}
      </button>
    </div>
  )
}
