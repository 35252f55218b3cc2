import type { Annotation, AnnotationFormat } from '../../shared/contract/annotations.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { codePointsOf, type CodePoints } from '../../shared/web-annotation/code-points.ts'
import { webAnnotationPage } from '../../shared/web-annotation/write.ts'
import type { Library } from '../library/library.ts'
import { showSource, sourceText } from '../sources/sources.ts'
import { annotationsCsv } from './formats/csv.ts'
import { annotationsMarkdown } from './formats/markdown.ts'
import { listAnnotations } from './list.ts'

/** An annotation and where it stands. */
export interface Listed {
  readonly annotation: Annotation
  readonly source: Source
}

/** The annotations of one source, or of all, as a text that other programs read. */
export function exportAnnotations(
  library: Library,
  { source, format }: { readonly source?: string | undefined; readonly format: AnnotationFormat },
): { readonly text: string } {
  const listed = withSources(library, listAnnotations(library, { source }))
  switch (format) {
    case 'jsonld':
      return { text: `${JSON.stringify(webAnnotationPage(withCodePoints(library, listed)), null, 2)}\n` }
    case 'csv':
      return { text: annotationsCsv(listed) }
    case 'md':
      return { text: annotationsMarkdown(listed) }
  }
}

function withSources(library: Library, annotations: readonly Annotation[]): Listed[] {
  const known = new Map<string, Source>()
  return annotations.map((annotation) => {
    const source = known.get(annotation.source) ?? showSource(library, { source: annotation.source })
    known.set(annotation.source, source)
    return { annotation, source }
  })
}

function withCodePoints(library: Library, listed: readonly Listed[]) {
  const known = new Map<string, CodePoints>()
  return listed.map(({ annotation, source }) => {
    const { version } = annotation
    const key = `${source.id} ${String(version)}`
    const codePoints = known.get(key) ?? codePointsOf(sourceText(library, { source: source.id, version }))
    known.set(key, codePoints)
    return { annotation, citekey: source.citekey, url: source.url, codePoints }
  })
}
