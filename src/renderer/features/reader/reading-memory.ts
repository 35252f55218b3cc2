import { z } from 'zod'

/** How a source was last read: in which view, at which UTF-16 offset of its text the sheet began, and at which page of a PDF. */
const Remembered = z.object({
  view: z.enum(['text', 'original']),
  at: z.number(),
  page: z.int().positive().default(1),
})
export type Remembered = z.infer<typeof Remembered>
export type ReaderView = Remembered['view']

const AT_FIRST: Remembered = { view: 'text', at: 0, page: 1 }
const NAME = 'verbatim.reading'
const Memory = z.array(z.tuple([z.string(), Remembered]))
/** Sources read longer ago begin at their top again. */
const MOST = 500

/** Nothing of the library is kept here: what another program left there is as good as nothing. */
function memory(): z.infer<typeof Memory> {
  const stored = localStorage.getItem(NAME)
  if (stored === null) return []
  try {
    return Memory.safeParse(JSON.parse(stored)).data ?? []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

export const recallReading = (source: string): Remembered =>
  memory().find(([id]) => id === source)?.[1] ?? AT_FIRST

/** Kept in this window's profile, so that it is there at the next start. */
export function keepReading(source: string, change: Partial<Remembered>): void {
  const before = memory()
  const known = before.find(([id]) => id === source)?.[1] ?? AT_FIRST
  const others = before.filter(([id]) => id !== source).slice(0, MOST - 1)
  localStorage.setItem(NAME, JSON.stringify([[source, { ...known, ...change }], ...others]))
}
