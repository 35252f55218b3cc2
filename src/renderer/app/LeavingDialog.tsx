import { useEffect, useEffectEvent, useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Leaving, Unstored } from './leaving.ts'
import { t } from './strings/catalogue.ts'

/** Milliseconds: from one try to store to the next, and until a core that says nothing is spoken of. */
const AGAIN = 500
const SILENT = 8000

const sentence = ({ what, why }: Unstored, silent: boolean): string => {
  if (why !== null) return t.leaving.failed(what, why)
  return silent ? t.leaving.failed(what, t.leaving.noAnswer) : t.leaving.storing(what)
}

/** The window would close, but something is not stored: what, why, and the two ways on. It goes by itself once all is. */
export function LeavingDialog({
  leaving,
  stay,
  go,
}: {
  readonly leaving: Leaving
  readonly stay: () => void
  readonly go: () => void
}) {
  const [unstored, setUnstored] = useState(() => leaving.unstored())
  const [silent, setSilent] = useState(false)
  const kept = useEffectEvent(go)
  useEffect(() => {
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = setInterval(() => setUnstored(leaving.unstored()), AGAIN)
    const silence = setTimeout(() => setSilent(true), SILENT)
    const tryAgain = async (): Promise<void> => {
      const all = await leaving.keep()
      if (ended) return
      if (all) kept()
      else timer = setTimeout(() => void tryAgain(), AGAIN)
    }
    void tryAgain()
    return () => {
      ended = true
      clearTimeout(timer)
      clearTimeout(silence)
      clearInterval(look)
    }
  }, [leaving])
  return (
    <Dialog title={t.leaving.title} closeLabel={t.leaving.stay} close={stay} className="leaving">
      <div className="body" role="alert">
        {unstored.map((each) => (
          <p key={each.what}>
            {each.why !== null && <Icon name="warn" size="s" />} {sentence(each, silent)}
          </p>
        ))}
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn l" onClick={go}>
          {t.leaving.go}
        </button>
        <button type="button" className="btn l primary" autoFocus onClick={stay}>
          {t.leaving.stay}
        </button>
      </footer>
    </Dialog>
  )
}
