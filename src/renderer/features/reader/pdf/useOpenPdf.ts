import { useEffect, useState } from 'react'
import type { Source } from '../../../../shared/contract/sources.ts'
import { useLive, type Live } from '../../../app/live.ts'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import type { PageSize } from './draw-page.ts'
import { POINTS_TO_PIXELS } from './draw-page.ts'

export interface Opened {
  readonly open: OpenPdf
  /** Of its first page: the others have that room until they are drawn. */
  readonly size: PageSize
}

/** The stored PDF, opened for as long as it is `wanted`; null while it is not. */
export function useOpenPdf(source: Source, wanted: boolean): Live<Opened | null> {
  const key = `pdf ${String(wanted)} ${source.id} ${source.sha256 ?? ''}`
  const asked = useLive(key, ['version'], async (core, signal): Promise<Opened | null> => {
    if (!wanted) return null
    const { file } = await core.sources.originalFile({ source: source.id })
    const open = await openPdf(await file.arrayBuffer())
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
  return asked
}

/** The scale at which a page fits the width that there is, times what the user asks for. */
export function useFit(element: HTMLElement | null, size: PageSize, zoom: number): number {
  const [room, setRoom] = useState<number | null>(null)
  useEffect(() => {
    if (element === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => setRoom(element.clientWidth)
    // While a pane is drawn wider every page would be drawn for each pixel.
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(look, 150)
    })
    look()
    observer.observe(element)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  const fit = room === null ? 1 : Math.min(1.25, Math.max(0.3, (room - ASIDE) / size.width))
  return Math.round(fit * zoom * 1000) / 1000
}

/** Pixels beside a page. */
const ASIDE = 48
