import { useId, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source, SourceImage } from '../../../shared/contract/sources.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { DerivedText } from '../../../shared/document/text.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { useType } from '../../app/type.tsx'
import type { Work } from '../annotations/useWork.ts'
import { DocumentView } from './DocumentView.tsx'
import { SteadyEdges } from './edges.ts'
import type { Drawing } from './Inlines.tsx'
import { OverText } from './OverText.tsx'
import { Pieces } from './pieces.ts'
import type { Pictures } from './Picture.tsx'
import { ReadingTools } from './ReadingTools.tsx'
import { SourceHead } from './SourceHead.tsx'
import type { Tools } from './tools.ts'
import { useLaidOut } from './useLaidOut.ts'
import { useReading } from './useReading.ts'
import { useStreamed } from './useStreamed.ts'
import { useTextDom } from './useTextDom.ts'
import { Words } from './Words.tsx'

interface Props {
  readonly source: Source
  readonly document: Document
  readonly derived: DerivedText
  readonly images: readonly SourceImage[]
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly showDetails: () => void
  readonly tools: Tools
}

/** The sheet: the source's words with its highlights, a caret that reads along, and the acts on what is selected. */
export function ReadingText(props: Props) {
  const { source, document, derived, images, annotations, work, showDetails, tools } = props
  const { text } = derived
  const { width } = useType()
  const article = useRef<HTMLElement>(null)
  const keysId = useId()
  const placed = useMemo(() => annotations.filter(({ status }) => status !== 'orphaned'), [annotations])
  const pictures = usePictures(source.id, images)
  const drawing = useDrawing(derived, pictures)
  const [steady] = useState(() => new SteadyEdges())
  const edges = useMemo(() => steady.of(placed, derived), [steady, placed, derived])
  const most = useStreamed(source.id, document)
  const drawn = useMemo(() => ({ drawing, edges, most }), [drawing, edges, most])
  const dom = useTextDom(article, drawn, placed)
  const isLaidOut = useLaidOut(article, text.length > LONG, most >= document.children.length)
  const { handlers, over } = useReading({ source, text, dom, annotations, placed, work })
  return (
    <>
      {dom !== null && <ReadingTools dom={dom} source={source.id} derived={derived} tools={tools} />}
      <div className="scroll reading">
        <div className={`sheet read ${width}`} {...spoken(document, source)}>
          <SourceHead source={source} paragraphs={derived.blocks.length} showDetails={showDetails} />
          <div className="text">
            <p id={keysId} className="vh">
              {t.reader.keys}
            </p>
            <Words article={article} keysId={keysId} isLaidOut={isLaidOut} handlers={handlers}>
              <DocumentView document={document} drawing={drawing} edges={edges} most={most} />
            </Words>
            {dom !== null && <OverText dom={dom} {...over} />}
          </div>
        </div>
      </div>
    </>
  )
}

/** UTF-16 units above which a text is laid out only where it is seen. */
const LONG = 200_000

/** The language and direction of the text, where they are known. */
const spoken = ({ language, direction }: Document, source: Source) => ({
  lang: language ?? source.language ?? undefined,
  dir: direction ?? undefined,
})

/** The same while the images are, so that none is fetched again when a highlight changes. */
function usePictures(source: string, images: readonly SourceImage[]): Pictures {
  const core = useCore()
  return useMemo(
    () => ({
      sizes: new Map(images.map((image) => [image.sha256, image])),
      load: async (sha256) => {
        const { file } = await core.sources.image({ source, sha256 })
        return new Blob([await file.arrayBuffer()], { type: file.type })
      },
    }),
    [core, source, images],
  )
}

function useDrawing(derived: DerivedText, pictures: Pictures): Omit<Drawing, 'edges'> {
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  return useMemo(() => {
    const openLink = shell === null ? null : (href: string) => void shell.openLink({ href }).catch(fault)
    return { pieces: new Pieces(derived), pictures, openLink }
  }, [derived, pictures, shell, fault])
}
