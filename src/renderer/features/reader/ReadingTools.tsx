import { useMemo } from 'react'
import type { DerivedText } from '../../../shared/document/text.ts'
import { FindBar } from './FindBar.tsx'
import { Outline } from './Outline.tsx'
import { outlineOf, type OutlineEntry } from './outline-of.ts'
import type { TextDom } from './text-dom.ts'
import type { Tools } from './tools.ts'
import { useChapterKeys } from './useChapterKeys.ts'
import { usePosition } from './usePosition.ts'
import './tools.css'

/** What lies over the sheet: finding, the outline. It also remembers where the source was left. */
export function ReadingTools({
  dom,
  source,
  derived,
  contents = null,
  tools,
}: {
  readonly dom: TextDom
  readonly source: string
  readonly derived: DerivedText
  /** The source's own table of contents, where it has one beside its headings. */
  readonly contents?: readonly OutlineEntry[] | null
  readonly tools: Tools
}) {
  const outline = useMemo(() => contents ?? outlineOf(derived), [contents, derived])
  usePosition(source, dom)
  useChapterKeys(dom, source, outline)
  return (
    <div className="tools">
      {tools.open === 'find' && <FindBar dom={dom} text={derived.text} tools={tools} />}
      {tools.open === 'outline' && <Outline dom={dom} source={source} outline={outline} tools={tools} />}
    </div>
  )
}
