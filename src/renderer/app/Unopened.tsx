import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { sentenceOf } from './fault.ts'
import { t } from './strings/catalogue.ts'
import { useCapabilities } from './surroundings.tsx'

/** A library that cannot be opened: why, in one sentence, and the ways on. */
export function Unopened({ message }: { readonly message: string }) {
  const { shell } = useCapabilities()
  const [fault, setFault] = useState<string | null>(null)
  const failed = (thrown: unknown): void => setFault(sentenceOf(thrown))
  return (
    <main className="unopened">
      <div className="said" role="alert">
        <h1>{t.connection.unopened}</h1>
        <p>{message}</p>
        {fault !== null && <p>{fault}</p>}
        {shell !== null && (
          <div className="acts">
            <button
              type="button"
              className="btn l primary"
              onClick={() => void shell.reopen({}).catch(failed)}
            >
              {t.common.tryAgain}
            </button>
            <button
              type="button"
              className="btn l"
              onClick={() => void shell.chooseLibrary({}).catch(failed)}
            >
              {t.connection.chooseLibrary}
            </button>
          </div>
        )}
      </div>
    </main>
  )
}

/** The same under words that are not stored: they stay in sight, and no other library takes their place. */
export function UnopenedBeneath({ message }: { readonly message: string }) {
  const { shell } = useCapabilities()
  const [fault, setFault] = useState<string | null>(null)
  return (
    <div className="banner unopened-beneath" role="alert">
      <Icon name="warn" />
      <p className="grow">
        {message} {t.connection.wordsKept} {fault}
      </p>
      {shell !== null && (
        <button
          type="button"
          className="btn"
          onClick={() => void shell.reopen({}).catch((thrown: unknown) => setFault(sentenceOf(thrown)))}
        >
          {t.common.tryAgain}
        </button>
      )}
    </div>
  )
}
