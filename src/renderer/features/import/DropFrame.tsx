import { useEffect, useState } from 'react'
import { useLive, valueOf } from '../../app/live.ts'
import { libraryName } from '../../app/library-name.ts'
import { t } from '../../app/strings/catalogue.ts'
import './import.css'

/** Takes files dropped anywhere in the window; while they hover the window has an ink frame. The shell sees the files. */
export function DropFrame() {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setCount(isTaken(event) ? null : (event.dataTransfer?.items.length ?? 0))
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setCount(null)
    }
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setCount(null)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop, { capture: true })
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop, { capture: true })
    }
  }, [])
  return count === null ? null : <Frame count={count} />
}

/** Images over the text of a brief are put into it, not imported. */
function isTaken({ target, dataTransfer }: DragEvent): boolean {
  const isThere = target instanceof Element && target.closest('[data-takes="images"]') !== null
  return isThere && [...(dataTransfer?.items ?? [])].every(({ type }) => type.startsWith('image/'))
}

/** Over everything, a dialog too. */
function Frame({ count }: { readonly count: number }) {
  const info = valueOf(useLive('info', ['source'], (core) => core.library.info({})))
  return (
    <div className="dropping" popover="manual" ref={(element) => element?.showPopover()}>
      <span>{t.importing.dropInto(count, libraryName(info?.path ?? ''))}</span>
    </div>
  )
}
