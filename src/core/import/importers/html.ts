import { safeLink } from '../../../shared/document/link.ts'
import type { Article, DecodedOriginal } from '../extraction.ts'
import { convert } from './html/converted.ts'
import { ImageCollector } from './html/images.ts'
import { pageMetadata } from './html/metadata.ts'
import type { Page } from './html/page.ts'
import { firstNamed, parsePage } from './html/page.ts'
import { articleOf } from './html/readable.ts'
import { wholeOf } from './html/whole.ts'

/**
 * Reads a saved page: its article as a document, never more than the closed
 * node types can hold. Nothing is fetched; images stay where they are data.
 */
export function readHtml({ text, resources, url, whole }: DecodedOriginal): Article {
  const parsed = parsePage(text)
  const page = { ...parsed, savedFrom: parsed.savedFrom ?? url ?? null }
  const metadata = pageMetadata(page)
  const article = whole === true || page.selected ? wholeOf(page) : articleOf(page, metadata)
  const base = baseOf(page, safeLink(page.savedFrom ?? '', null) ?? metadata.url)
  const images = new ImageCollector(resources, base)
  const { children, notes } = convert(page, article, { base, images })
  return {
    document: {
      type: 'document',
      format: 1,
      language: null,
      direction: directionOf(page),
      children,
      origins: [],
    },
    notes,
    metadata,
    images: images.all(),
    page: { text, resources: resources ?? (() => null), base },
  }
}

/** What relative links are relative to: the page's `base` when it names a web address, else its own address. */
function baseOf(page: Page, url: string | null): string | null {
  const given = firstNamed(page, 'base')?.attributes.get('href')
  const base = given === undefined ? null : safeLink(given, url)
  return base?.startsWith('http') === true ? base : url
}

function directionOf(page: Page): 'ltr' | 'rtl' | null {
  const given = (
    firstNamed(page, 'html')?.attributes.get('dir') ?? firstNamed(page, 'body')?.attributes.get('dir')
  )?.toLowerCase()
  return given === 'ltr' || given === 'rtl' ? given : null
}
