import { useEffect, useState } from 'react'
import type { Source } from '../../../../shared/contract/sources.ts'
import { useLive, type Live } from '../../../app/live.ts'
import { POINTS_TO_PIXELS, type PageSize } from './draw-page.ts'
import { openPdf, type AskPassword, type OpenPdf } from './open-pdf.ts'

export interface Opened {
  readonly open: OpenPdf
  /** Of its first page: the others have that room until they are drawn. */
  readonly size: PageSize
}

/** A PDF that waits for its password; `wrong` once one was given that did not open it. */
export interface Locked {
  readonly wrong: boolean
  readonly unlock: (password: string) => void
}

export interface PdfAsked {
  readonly asked: Live<Opened | null>
  /** Null unless the file is locked and not yet opened. */
  readonly locked: Locked | null
}

/** Passwords that were given, by the file's hash, until they prove wrong or the window is closed. They are written nowhere. */
const passwords = new Map<string, string>()

/** The stored PDF, opened for as long as it is `wanted`; null while it is not. The same bytes are opened once. */
export function useOpenPdf(source: Source, wanted: boolean): PdfAsked {
  const hash = source.sha256 ?? ''
  const key = `pdf ${String(wanted)} ${source.id} ${hash}`
  const [waiting, setWaiting] = useState<(Locked & { readonly key: string }) | null>(null)
  const asked = useLive(key, [], async (core, signal): Promise<Opened | null> => {
    if (!wanted) return null
    const bytes = core.sources.originalFile({ source: source.id }).then(({ file }) => file.arrayBuffer())
    const ask = asking(hash, signal, (locked) => setWaiting({ ...locked, key }))
    const open = await openPdf(bytes, ask)
    try {
      signal.throwIfAborted()
      const first = await open.pdf.getPage(1)
      const { width, height } = first.getViewport({ scale: POINTS_TO_PIXELS })
      return { open, size: { width, height } }
    } catch (error) {
      open.close()
      throw error
    }
  })
  const opened = asked.kind === 'ready' ? (asked.value?.open ?? null) : null
  useEffect(() => (opened === null ? undefined : () => opened.close()), [opened])
  return { asked, locked: asked.kind === 'loading' && waiting?.key === key ? waiting : null }
}

/** Gives the password that opened the file before, else has the user asked for it. */
function asking(hash: string, signal: AbortSignal, show: (locked: Locked) => void): AskPassword {
  return (wrong) => {
    const known = passwords.get(hash)
    if (wrong) passwords.delete(hash)
    else if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('The PDF is no longer wanted.')), {
        once: true,
      })
      const unlock = (password: string): void => {
        passwords.set(hash, password)
        resolve(password)
      }
      show({ wrong, unlock })
    })
  }
}
