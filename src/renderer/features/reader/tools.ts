import { useMemo, useState } from 'react'
import { pressed } from '../../app/keys.ts'
import { useSheetKeys } from '../../app/sheet.ts'
import { useCapabilities } from '../../app/surroundings.tsx'

export type Tool = 'find' | 'outline'

/** What is open over the sheet, and what is being looked for in it. */
export interface Tools {
  readonly open: Tool | null
  readonly query: string
  /** Goes up whenever the field is asked for, open or not, so that it takes the focus. */
  readonly asked: number
  readonly show: (tool: Tool) => void
  readonly toggle: (tool: Tool) => void
  readonly close: () => void
  readonly setQuery: (query: string) => void
}

export const FIND_KEY = { key: 'f', mod: true } as const
export const OUTLINE_KEY = 'F9'

/** The reader's tools with their keys, which work wherever the focus is. `wanted` is told before one is shown. */
export function useTools(wanted: () => void): Tools {
  const { platform } = useCapabilities()
  const [open, setOpen] = useState<Tool | null>(null)
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState(0)
  const tools = useMemo((): Tools => {
    const show = (tool: Tool): void => {
      setOpen(tool)
      setAsked((count) => count + 1)
    }
    return {
      open,
      query,
      asked,
      show,
      toggle: (tool) => (open === tool ? setOpen(null) : show(tool)),
      close: () => setOpen(null),
      setQuery,
    }
  }, [open, query, asked])
  useSheetKeys((event) => {
    const tool = pressed(event, FIND_KEY, platform) ? 'find' : event.key === OUTLINE_KEY ? 'outline' : null
    if (tool === null || event.defaultPrevented) return
    event.preventDefault()
    wanted()
    if (tool === 'find') tools.show(tool)
    else tools.toggle(tool)
  })
  return tools
}
