import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { useSession } from '../editor/session-context.tsx'
import type { ChosenKey, EvidenceChoice } from './last-export.ts'

interface Chosen {
  readonly evidence: EvidenceChoice
  readonly choose: (evidence: EvidenceChoice) => void
  readonly failed: (sentence: string) => void
}

/** What goes into an evidence package besides, and whose signature. None of it is remembered. */
export function EvidenceOptions(chosen: Chosen) {
  const { evidence, choose } = chosen
  const brief = useSession().id
  const asked = useLive(`originals ${brief}`, ['brief'], (core) => core.briefs.originals({ brief }))
  const bytes = valueOf(asked)?.bytes ?? 0
  return (
    <fieldset className="group evidence">
      <legend>{t.exporting.evidence}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={evidence.originals}
          onChange={({ target }) => choose({ ...evidence, originals: target.checked })}
        />
        {t.exporting.originals}
        {bytes > 0 && <small>{t.exporting.about(bytes)}</small>}
      </label>
      <Signing {...chosen} />
    </fieldset>
  )
}

function Signing({ evidence, choose, failed }: Chosen) {
  const core = useCore()
  const { shell } = useCapabilities()
  const first = useRef<HTMLButtonElement>(null)
  const [moved, setMoved] = useState(0)
  // Its buttons change places with others: the focus stays where it was.
  useEffect(() => {
    if (moved > 0) first.current?.focus()
  }, [moved])
  const put = (key: ChosenKey | null): void => {
    choose({ ...evidence, key })
    setMoved((count) => count + 1)
  }
  const sign = (ask: () => Promise<ChosenKey | null>): void => {
    ask().then(
      (key) => (key === null ? undefined : put(key)),
      (error: unknown) => failed(sentenceOf(error)),
    )
  }
  const take = async (): Promise<ChosenKey | null> => {
    const grant = (await shell?.chooseKey({}))?.chosen ?? null
    return grant === null ? null : { grant, ...(await core.keys.show({ path: grant.token })) }
  }
  const make = async (): Promise<ChosenKey | null> => {
    const asked = { name: t.exporting.keyName, format: 'key' } as const
    const grant = (await shell?.chooseTarget(asked))?.chosen ?? null
    return grant === null ? null : { grant, ...(await core.keys.create({ path: grant.token })) }
  }
  const { key } = evidence
  if (key !== null) return <Signed chosen={key} first={first} drop={() => put(null)} />
  return (
    <div className="acts">
      <button ref={first} type="button" className="btn" disabled={shell === null} onClick={() => sign(take)}>
        {t.exporting.sign}
      </button>
      <button type="button" className="btn" disabled={shell === null} onClick={() => sign(make)}>
        {t.exporting.makeKey}
      </button>
    </div>
  )
}

function Signed({
  chosen: { grant, fingerprint },
  first,
  drop,
}: {
  readonly chosen: ChosenKey
  readonly first: React.Ref<HTMLButtonElement>
  readonly drop: () => void
}) {
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    shell?.copy({ text: fingerprint }).then(() => setCopied(true), fault)
  }
  return (
    <div className="signed">
      <p>{t.exporting.signedWith(grant.name)}</p>
      <code>{fingerprint}</code>
      <p className="dim">{t.exporting.fingerprintHint}</p>
      <div className="acts">
        <button ref={first} type="button" className="btn" onClick={copy}>
          {t.exporting.copyFingerprint}
        </button>
        <button type="button" className="btn" onClick={drop}>
          {t.exporting.unsigned}
        </button>
        <span role="status">{copied && t.exporting.copiedFingerprint}</span>
      </div>
    </div>
  )
}
