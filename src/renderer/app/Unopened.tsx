import { useState } from 'react'
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
