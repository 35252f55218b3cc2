import { useCallback, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/passages.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useAnnotating, type Annotating } from './annotating.ts'
import type { OpenField } from './AnnotationFields.tsx'

/** What is being done with a source's highlights, in its text and in the panel beside it alike. */
export interface Work {
  readonly annotating: Annotating
  /** Id of the highlight that is worked on. */
  readonly focused: string | null
  readonly focus: (annotation: string | null) => void
  readonly field: OpenField | null
  readonly setField: (field: OpenField | null) => void
  /** Id of a highlight without a place that is to be put on words which the user selects. */
  readonly attaching: string | null
  readonly setAttaching: (annotation: string | null) => void
  /** Where briefs quote the source. */
  readonly uses: readonly Use[]
  /** Removes a highlight; one that briefs quote becomes `doomed` first, until the user has seen where. */
  readonly remove: (annotation: Annotation) => void
  readonly doomed: Annotation | null
  readonly spare: () => void
  readonly removeAnyway: () => void
}

const USED_BY = ['brief', 'annotation', 'anchor', 'anchoring', 'version']
const NONE: readonly Use[] = []

/** Where the work on one source's highlights stands; another source's begins anew. */
interface State {
  readonly source: string
  readonly focused: string | null
  readonly field: OpenField | null
  readonly doomed: Annotation | null
  readonly attaching: string | null
}

const begun = (source: string): State => ({
  source,
  focused: null,
  field: null,
  doomed: null,
  attaching: null,
})

export function useWork(source: string): Work {
  const annotating = useAnnotating(source)
  const [kept, setKept] = useState(() => begun(source))
  const state = kept.source === source ? kept : begun(source)
  const set = useCallback(
    (change: Partial<State>) =>
      setKept((before) => ({ ...(before.source === source ? before : begun(source)), ...change })),
    [source],
  )
  const uses = useLive(`uses ${source}`, USED_BY, (core) => core.briefs.uses({ source }))
  const inBriefs = valueOf(uses) ?? NONE
  const { focused, field, doomed, attaching } = state
  return useMemo((): Work => {
    const remove = async (annotation: Annotation, wanted: boolean): Promise<void> => {
      const outcome = await annotating.remove(annotation, wanted)
      if (outcome === 'removed') set({ focused: null, doomed: null })
      if (outcome === 'quoted') set({ doomed: annotation })
    }
    return {
      annotating,
      focused,
      focus: (annotation) => set({ focused: annotation }),
      field,
      setField: (open) => set({ field: open }),
      attaching,
      setAttaching: (annotation) => set({ attaching: annotation }),
      uses: inBriefs,
      remove: (annotation) => void remove(annotation, false),
      doomed,
      spare: () => set({ doomed: null }),
      removeAnyway: () => {
        if (doomed !== null) void remove(doomed, true)
      },
    }
  }, [annotating, set, focused, field, doomed, attaching, inBriefs])
}
