// The development corpora beside the checkout: saved pages and what is known to be right about them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { textOfHtml, textOfMarkdown } from './plain-text.mjs'

const CORPUS = new URL('../../../shared/corpus/', import.meta.url)

export const corporaArePresent = () => existsSync(fileURLToPath(CORPUS))

const text = (path) => readFileSync(new URL(path, CORPUS), 'utf8')
const unpacked = (path) => gunzipSync(readFileSync(new URL(path, CORPUS)))

/** The method of the public benchmark: a function of predictions and truth, see the corpora's own read-me. */
export const { score } = corporaArePresent() ? await import(new URL('score-articles.mjs', CORPUS).href) : {}

const namesIn = (folder, ending) =>
  readdirSync(new URL(folder, CORPUS))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))

/** Pages as `{ id, bytes, expected }`; `facts` are there for Readability's test pages only. */
export const CORPORA = {
  articles: () =>
    Object.entries(JSON.parse(text('articles/truth.json'))).map(([id, { articleBody }]) => ({
      id,
      bytes: unpacked(`articles/${id}.html.gz`),
      expected: articleBody,
    })),
  readability: () =>
    namesIn('readability/', '.metadata.json').map((id) => ({
      id,
      bytes: unpacked(`readability/${id}.html.gz`),
      expected: textOfHtml(unpacked(`readability/${id}.expected.html.gz`).toString('utf8')),
      facts: JSON.parse(text(`readability/${id}.metadata.json`)),
    })),
  defuddle: () =>
    namesIn('defuddle/', '.expected.md').map((id) => ({
      id,
      bytes: unpacked(`defuddle/${id}.html.gz`),
      expected: textOfMarkdown(text(`defuddle/${id}.expected.md`)),
    })),
}
