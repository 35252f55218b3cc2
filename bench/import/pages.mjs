// The pages that are imported: saved ones of the corpora beside the checkout, and ones made here, none like another.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** Saved pages, `count` of them; each time around the corpus with an address of its own, or the page would be known. */
export function savedPages(folder, count) {
  mkdirSync(folder)
  const originals = ['articles', 'readability'].flatMap((corpus) => pagesIn(join(CORPUS, corpus)))
  if (originals.length === 0) return generatedPages(folder, count)
  for (let number = 0; number < count; number += 1) {
    const page = originals[number % originals.length].toString('latin1')
    const address = `<link rel="canonical" href="https://saved.example/${number}">`
    const html = /<head\b[^>]*>/i.test(page)
      ? page.replace(/<head\b[^>]*>/i, (head) => head + address)
      : `${address}${page}`
    writeFileSync(join(folder, `${named(number)}.html`), html, 'latin1')
  }
  return folder
}

const pagesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.html.gz') && !name.includes('.expected.'))
        .map((name) => gunzipSync(readFileSync(join(folder, name))))
    : []

const named = (number) => String(number).padStart(6, '0')

export function generatedPages(folder, count) {
  mkdirSync(folder)
  for (let number = 0; number < count; number += 1)
    writeFileSync(join(folder, `${named(number)}.html`), generatedPage(number))
  return folder
}

/** A page of `megabytes` as SingleFile saves it: its pictures as data inside. */
export function singleFilePage(folder, megabytes) {
  mkdirSync(folder)
  const random = randomFrom(7)
  const picture = () => {
    const bytes = Buffer.alloc(1_500_000, 0)
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.floor(random() * 2 ** 32), at)
    Buffer.from('89504e470d0a1a0a0000000d49484452000004000000030008020000', 'hex').copy(bytes)
    return `<figure><img alt="A picture" src="data:image/png;base64,${bytes.toString('base64')}"><figcaption>${sentence(random)}</figcaption></figure>`
  }
  const pictures = Array.from({ length: Math.floor(megabytes / 2) }, picture)
  const html = generatedPage(1, pictures)
  const saved = html.replace(
    '<html lang="en">',
    '<html lang="en"><!--\n Page saved with SingleFile \n url: https://saved.example/large \n-->',
  )
  writeFileSync(join(folder, 'large.html'), saved)
  return folder
}

const COMMON =
  'the of and to in a is that for it was on with as he be at by this had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many must before back through where much your way down should because long each just state those people too between own'.split(
    ' ',
  )
const STARTS = 'b c d f g h k l m n p r s t v w br cr dr fl gr pl pr sc st th tr'.split(' ')
const MIDDLES = 'a e i o u ai ea ou ar er or in an en'.split(' ')
const ENDS = 'd k l m n r s t ck ll nd ng rd st sh th'.split(' ')

/** Numbers from 0 to 1, the same each time (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

const pick = (random, list) => list[Math.floor(random() * list.length)]

/** Half of all words are common ones; the others come from some ten thousand, few of them often. */
function word(random) {
  if (random() < 0.5) return pick(random, COMMON)
  const rank = randomFrom(Math.floor(20_000 * random() ** 3))
  const syllable = () => pick(rank, STARTS) + pick(rank, MIDDLES)
  return syllable() + (rank() < 0.6 ? syllable() : '') + pick(rank, ENDS)
}

function sentence(random) {
  const words = Array.from({ length: 8 + Math.floor(random() * 18) }, () => word(random))
  const text = words.join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}

const name = (random) => {
  const part = () => word(randomFrom(Math.floor(random() * 5000)))
  return `${part()} ${part()}`.replaceAll(/\b\w/g, (letter) => letter.toUpperCase())
}

/** A news page of 500 to 1,500 words, with what a site puts around them. */
function generatedPage(number, pictures = []) {
  const random = randomFrom(number + 1)
  const title = sentence(random).slice(0, 70)
  const day = new Date(Date.UTC(2015, 0, 1) + number * 21_600_000).toISOString().slice(0, 10)
  const author = name(random)
  const paragraphs = []
  const wanted = 500 + random() * 1000
  for (let words = 0; words < wanted;) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () => sentence(random))
    paragraphs.push(`<p>${sentences.join(' ')}</p>`)
    words += sentences.join(' ').split(' ').length
  }
  paragraphs.splice(3, 0, `<h2>${sentence(random).slice(0, 40)}</h2>`, ...pictures)
  const links = (count) =>
    Array.from({ length: count }, () => {
      const text = sentence(random).slice(0, 50)
      return `<li class="item"><a href="/news/${text.replaceAll(/\W+/g, '-')}">${text}</a></li>`
    }).join('')
  const data = {
    '@type': 'NewsArticle',
    headline: title,
    datePublished: day,
    author: { '@type': 'Person', name: author },
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Generated Courier</title>
<link rel="canonical" href="https://generated.example/${day}/${number}"><meta property="og:site_name" content="The Generated Courier">
<script type="application/ld+json">${JSON.stringify(data)}</script><script>window.state = ${JSON.stringify(Array.from({ length: 400 }, () => random()))}</script>
<style>${'.item { margin: 0 auto; color: #333 } '.repeat(60)}</style></head><body>
<header class="site-header"><nav><ul>${links(25)}</ul></nav></header><div class="layout"><main><article class="story">
<h1>${title}</h1><p class="byline">By ${author}</p><time datetime="${day}">${day}</time>
<div class="story-body">${paragraphs.join('\n')}</div></article>
<section class="comments">${Array.from({ length: 8 }, () => `<div class="comment"><span class="name">${name(random)}</span><p>${sentence(random)}</p></div>`).join('')}</section></main>
<aside class="sidebar"><h3>Most read</h3><ol>${links(20)}</ol></aside></div><footer class="site-footer"><ul>${links(30)}</ul><p>All rights reserved.</p></footer></body></html>`
}
