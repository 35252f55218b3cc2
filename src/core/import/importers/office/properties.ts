import { namesIn } from '../../byline.ts'
import { dateIn } from '../../dates.ts'
import type { Metadata } from '../../extraction.ts'
import { NO_METADATA } from '../../extraction.ts'
import type { XmlElement } from '../../xml.ts'
import { firstInside, wordsInside } from '../../xml.ts'

/** What word processors write where nobody wrote anything. */
const NO_TITLE =
  /^(?:microsoft word\b.*|(?:untitled|unbenannt|sans nom|document|dokument)(?:[ -]?\d+)?(?:\.docx?)?|untitled document|word document|powerpoint presentation|title)$/iu
const NOBODY =
  /^(?:microsoft(?: office)?(?: user)?|windows[ -]?user|office[ -]?user|user|admin(?:istrator)?|owner|author|unknown|un-named|unnamed|anonymous|guest|python-docx|apache poi|openoffice|libreoffice|pandoc|hp|dell|lenovo)$/iu

/** What a document's own properties say of it; `xml` holds Dublin Core elements at any depth. */
export function officeProperties(xml: XmlElement | null): Metadata {
  if (xml === null) return NO_METADATA
  const said = (...names: readonly string[]): string =>
    names.map((name) => wordsOf(firstInside(xml, name))).find((words) => words !== '') ?? ''
  const title = said('title')
  const made = said('created', 'creation-date', 'date')
  const creator = said('initial-creator', 'creator')
  const authors = authorsIn(creator)
  const templates = creator !== '' && authors.length === 0 && NOBODY.test(creator)
  return {
    ...NO_METADATA,
    title: NO_TITLE.test(title) ? '' : title,
    authors,
    published: templates ? null : dateIn(made.slice(0, 10)),
    language: said('language') || null,
  }
}

const wordsOf = (element: XmlElement | null): string =>
  element === null ? '' : wordsInside(element).replace(/\s+/gu, ' ').trim()

/** Names as written, where they can be told apart as people; else the whole as one author. */
function authorsIn(creator: string): string[] {
  const parts = creator
    .split(/\s*;\s*/u)
    .flatMap((part) => {
      const names = namesIn(part)
      return names.length > 1 ? names : [part]
    })
    .map((part) => part.trim())
  return [...new Set(parts)].filter((part) => part !== '' && !NOBODY.test(part))
}
