import type { Annotation } from '../../../shared/contract/annotations.ts'
import { Announced } from './Announced.tsx'
import { Caret } from './Caret.tsx'
import type { Selected } from './caret.ts'
import { MarginNotes } from './MarginNotes.tsx'
import { Popover } from './Popover.tsx'
import { RangeEnds } from './RangeEnds.tsx'
import type { TextDom } from './text-dom.ts'
import type { PassageActs } from './usePassageActs.ts'
import type { RangeEdit } from './useRangeEdit.ts'

/** What lies over the words: caret, notes in the margin, the ends of a highlight, and the acts on it. */
export function OverText({
  dom,
  selected,
  hasFocus,
  annotations,
  current,
  passage,
  edit,
}: {
  readonly dom: TextDom
  readonly selected: Selected | null
  readonly hasFocus: boolean
  readonly annotations: readonly Annotation[]
  readonly current: Annotation | null
  readonly passage: PassageActs
  readonly edit: RangeEdit
}) {
  return (
    <>
      <Announced annotations={annotations} current={current} />
      <Caret dom={dom} selected={selected} shown={hasFocus} />
      <MarginNotes dom={dom} annotations={annotations} focus={passage.goTo} />
      {current !== null && selected?.anchor === selected?.focus && (
        <RangeEnds dom={dom} segments={edit.segments ?? current.segments} edit={edit} />
      )}
      {passage.subject !== null && <Popover dom={dom} subject={passage.subject} acts={passage.acts} />}
    </>
  )
}
