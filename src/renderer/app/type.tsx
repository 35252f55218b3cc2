import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { z } from 'zod'
import type { TextSizeStep } from '../../shared/contract/page.ts'
import { useKept } from './kept.ts'
import { useCapabilities, useTransport } from './surroundings.tsx'

/** In hundredths of the usual size. */
export const TEXT_SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const
const USUAL_SIZE = 100

export const WIDTHS = ['narrow', 'usual', 'wide'] as const
export type ReadingWidth = (typeof WIDTHS)[number]

interface Type {
  readonly size: number
  readonly width: ReadingWidth
  /** Null where there is no larger or smaller size, or it is the usual one already. */
  readonly step: (to: TextSizeStep) => (() => void) | null
  readonly chooseWidth: (width: ReadingWidth) => void
}

const TypeContext = createContext<Type>({
  size: USUAL_SIZE,
  width: 'usual',
  step: () => null,
  chooseWidth: () => undefined,
})

export const useType = (): Type => useContext(TypeContext)

/** The size of all text and the width of the sheet's lines. The shell scales the window, so that everything has room. */
export function WithType({ children }: { readonly children: ReactNode }) {
  const { shell } = useCapabilities()
  const { onTextSize } = useTransport()
  const [kept, choose] = useKept('textSize', z.number(), USUAL_SIZE)
  const [width, chooseWidth] = useKept<ReadingWidth>('readingWidth', z.enum(WIDTHS), 'usual')
  const size = TEXT_SIZES.find((each) => each === kept) ?? USUAL_SIZE
  useEffect(() => {
    shell?.setZoom({ factor: size / 100 }).catch(() => {
      // The shell is being replaced; the next one is told by this same effect.
    })
  }, [shell, size])
  const type = useMemo((): Type => {
    const step = (to: TextSizeStep): (() => void) | null => {
      const next = sizeAfter(size, to)
      return next === size ? null : () => choose(next)
    }
    return { size, width, step, chooseWidth }
  }, [size, width, choose, chooseWidth])
  useEffect(() => onTextSize((to) => type.step(to)?.()), [onTextSize, type])
  return <TypeContext value={type}>{children}</TypeContext>
}

function sizeAfter(size: number, to: TextSizeStep): number {
  switch (to) {
    case 'usual':
      return USUAL_SIZE
    case 'larger':
      return TEXT_SIZES.find((each) => each > size) ?? size
    case 'smaller':
      return TEXT_SIZES.findLast((each) => each < size) ?? size
  }
}
