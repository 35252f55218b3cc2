// The readers that are compared: Verbatim's own and the two public libraries, each on the same bytes.
import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom'
import { decode } from '../../src/core/import/decode.ts'
import { readOriginal } from '../../src/core/import/read.ts'
import { textOfHtml } from './plain-text.mjs'

const NOTHING = {
  text: '',
  facts: { title: '', byline: '', siteName: '', publishedTime: '', lang: '' },
}

const decoded = (bytes) => decode(bytes, { html: true, encoding: null }).text

async function verbatim(bytes) {
  const { text, metadata } = await readOriginal({ bytes, name: 'page.html', encoding: null })
  return {
    text,
    facts: {
      title: metadata.title,
      byline: metadata.authors.join(', '),
      siteName: metadata.publication,
      publishedTime: metadata.published,
      lang: metadata.language,
    },
  }
}

function readability(bytes) {
  const article = new Readability(parseHTML(decoded(bytes)).document).parse()
  return article === null ? NOTHING : { text: textOfHtml(article.content ?? ''), facts: article }
}

/** Nothing is fetched: only the synchronous half of Defuddle runs. */
function defuddle(bytes) {
  const { document } = parseHTML(decoded(bytes))
  const result = new Defuddle(document, { useAsync: false, url: 'https://page.example/' }).parse()
  return {
    text: textOfHtml(result.content),
    facts: {
      title: result.title,
      byline: result.author,
      siteName: result.site,
      publishedTime: result.published,
      lang: result.language,
    },
  }
}

const EXTRACTORS = { verbatim, readability, defuddle }
export const NAMES = Object.keys(EXTRACTORS)

/** What an extractor makes of each page, and the pages a second; a page that it fails on counts as empty. */
export async function extract(name, pages) {
  const started = performance.now()
  const results = new Map()
  // oxlint-disable-next-line no-await-in-loop -- pages read at once would measure each other
  for (const { id, bytes } of pages) results.set(id, await attempt(name, id, bytes))
  return { results, speed: (pages.length * 1000) / (performance.now() - started) }
}

async function attempt(name, id, bytes) {
  try {
    return await EXTRACTORS[name](bytes)
  } catch (error) {
    console.error(`${name}, ${id}: ${error.message}`)
    return NOTHING
  }
}
