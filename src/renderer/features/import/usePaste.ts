import { useEffect } from 'react'
import { isWriting } from '../../app/keys.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'

/**
 * What is pasted outside a field becomes a source: its page where the clipboard has one, else its words. `begun` is
 * called first.
 */
export function usePaste(begun: () => void): void {
  const core = useCore()
  const { did, say, fault } = useMessages()
  useEffect(() => {
    const keep = async (html: string, text: string): Promise<void> => {
      const { status, source } = await core.sources.paste({ html, text })
      if (status === 'duplicate') say(t.importing.pastedAgain(source.title))
      else did(t.importing.pasted(source.title))
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isWriting(event.target)) return
      event.preventDefault()
      begun()
      const html = event.clipboardData?.getData('text/html') ?? ''
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (html.trim() === '' && text.trim() === '') say(t.importing.noText)
      else void keep(html, text).catch(fault)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [core, begun, did, say, fault])
}
