import { around } from '../../shared/anchoring/around.ts'
import { briefDraft, type BriefDraft } from '../../shared/brief/draft.ts'
import type { Use } from '../../shared/contract/passages.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import { judgeAll } from '../check/check-draft.ts'
import { listAnnotations } from '../db/annotations.ts'
import { briefsQuoting } from '../db/briefs.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed } from '../sources/sources.ts'
import { openBrief } from './briefs.ts'

/** UTF-16 units of a brief shown on each side of a quote. */
const AROUND = 80

/** Every quote of a source's annotations, brief by brief. `source` is an id or a citekey. */
export function usesOfSource(library: Library, source: string): Use[] {
  const { reader } = library
  const { id } = sourceNamed(reader, source)
  const annotations = new Set(listAnnotations(reader, { source: id }).map((annotation) => annotation.id))
  return briefsQuoting(reader, [...annotations]).flatMap((brief) => {
    const draft = readableDraft(library, brief.id)
    return draft === null
      ? []
      : usesIn(library, draft, annotations).map((use) => ({ ...use, brief: brief.id, title: brief.title }))
  })
}

/** Null for a brief that cannot be read: whoever opens it is told why. */
function readableDraft(library: Library, brief: string): BriefDraft | null {
  try {
    return briefDraft(openBrief(library, brief).state)
  } catch (thrown) {
    if (thrown instanceof Failure) return null
    throw thrown
  }
}

function usesIn(
  { reader }: Library,
  draft: BriefDraft,
  annotations: ReadonlySet<string>,
): readonly Omit<Use, 'brief' | 'title'>[] {
  const ours = findQuotations(draft).filter(({ link }) => link !== null && annotations.has(link.annotation))
  return judgeAll(reader, ours).flatMap(({ annotation, start, end, verdict }) =>
    annotation === null ? [] : [{ annotation, start, end, verdict, ...surroundings(draft.text, start, end) }],
  )
}

function surroundings(text: string, start: number, end: number) {
  const { before, after } = around(text, { start, end }, AROUND)
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    words: text.slice(start, end),
    after: after.split('\n', 1)[0] ?? '',
  }
}
