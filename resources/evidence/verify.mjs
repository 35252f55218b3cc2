// Checks an evidence package again, without Verbatim: node verify.mjs [--key FINGERPRINT] [FOLDER] (Node 18 or newer)
// It only reads. It ends with one plain sentence; exit 0: the package agrees with itself, 1: it does not, 2: wrong usage.
// Take this file from someone you trust: who makes a package anew can put another program here.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
// ---- rules: the same lines stand in index.html ----
const SURE = ['verbatim', 'normalised', 'marked']
const UNJUDGED = ['translated', 'too-short', 'set-aside', 'unclosed']
const FREE = ['SHA256SUMS', 'signature.json', 'evidence.js']
const OWN = [...FREE, 'brief.md', 'brief.html', 'brief.pdf', 'evidence.json', 'evidence.schema.json', 'index.html', 'verify.mjs']
const ONLY_IN_FOLDER = /^(?:evidence\.js|index\.html|verify\.mjs|brief\.pdf|originals\/.*)$/u
const utf8 = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const UNSEEN = /[-‐]\u00ad\s*|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff\u0640]|[\ufe00-\ufe0f]|[\u064b-\u065f]|\u0670/gu
/** Texts that fold to the same differ in typography only: spaces, kinds of marks and dashes, unseen characters. */
const fold = (text) =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\ufb00-\ufdff\ufe30-\ufe4f\ufe70-\ufefc\uff01-\uffef]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/['"`´ʼ‘’‚‛“”„‟«»‹›「」『』〝〞]+/gu, '’')
    .replace(/\s*(?:[–—―]|--+)\s*|[‐‑‒−־]/gu, '-')
    .replace(/\.\s?\.\s?\./gu, '…')
    .replace(/\s+/gu, ' ')
const EMPHASIS = /emphas|italic|hervorh|soulign|énfasis|cursiv|corsiv|grifo|ênfase|курсив|выделен|强调|重点|傍点|التشديد|التأكيد/iu
const MARKS = /\[[^[\]]*\]|\(\s*(?:…|\.\s?\.\s?\.)+\s*\)|…+|\.\s?\.\s?\.|\([^()]*\)/gu
const DOTS = /^[[(]?\s*[….]/u
const isMark = (mark) => mark[0] !== '(' || DOTS.test(mark) || EMPHASIS.test(mark)
const FREE_SCRIPT = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]'
const LETTER = `(?!${FREE_SCRIPT})[\\p{L}\\p{M}\\p{N}]`
const WORD = new RegExp(`${FREE_SCRIPT}\\p{M}*|(?:${LETTER})+`, 'gu')
const wordsIn = (text) => (text.match(WORD) ?? []).length
const signsIn = (text) => fold(text).replace(/[\p{L}\p{M}\p{N}\s]/gu, '')
/** Whether these pieces stand in a text one behind the other. */
const inOrder = (pieces, text, at = 0) => pieces.every((it) => (at = text.indexOf(it, at) + it.length) >= it.length)
/** What kind of change puts `made` in place of the source's words `old`; null: one that nothing marks. */
function kindOf(old, made, last) {
  if (fold(old) === fold(made)) return 'typography'
  if (last && old === '' && /^[.,،。，、]$/u.test(made)) return 'final-stop'
  const marks = made.match(MARKS) ?? []
  if (marks.length === 0 || marks.some((mark) => !isMark(mark))) return null
  const kept = made.split(MARKS)
  if (/[\p{L}\p{N}]/u.test(kept.join(''))) return partOf(old, marks, kept)
  if (!inOrder([...signsIn(kept.join(''))], signsIn(old))) return null
  if (marks.some((mark) => DOTS.test(mark))) return 'omission'
  if (wordsIn(old) > 12 || marks.some((mark) => wordsIn(mark) > 12)) return null
  if (wordsIn(old) > 0) return 'replacement'
  if (marks.every((mark) => /^\[\s*(?:sic[.!]?|!)\s*\]$/iu.test(mark))) return 'sic'
  return marks.every((mark) => EMPHASIS.test(mark)) ? 'emphasis' : 'insertion'
}
/** One letter in the other case, or letters of a word in brackets: at least four, and half of the word, are kept. */
function partOf(old, marks, kept) {
  const [first, letters] = [[...old][0] ?? '', kept.join('').length]
  const same = marks[0].slice(1, -1).toLowerCase() === first.toLowerCase() && fold(kept[1]) === fold(old.slice(first.length))
  if (marks.length === 1 && kept[0] === '' && same) return 'capital'
  const ends = old.startsWith(kept[0]) && old.endsWith(kept.at(-1)) && inOrder(kept, old)
  return ends && wordsIn(old) <= 1 && letters >= 4 && letters * 2 >= old.length ? 'part' : null
}
/** The passage with the listed changes, and the verdict they make; null: they do not fit, or leave out or put in too much. */
function rebuilt(passage, changes) {
  let [words, kept, at, verdict, left, inside] = ['', '', 0, 'verbatim', 0, 0]
  for (const [index, { kind, start, end, text }] of changes.entries()) {
    if (![start, end].every(Number.isInteger) || start < at || end < start || end > passage.length) return null
    const old = passage.slice(start, end)
    if (kindOf(old, text, index === changes.length - 1 && end === passage.length) !== kind) return null
    words += passage.slice(at, start) + text
    verdict = ['typography', 'final-stop'].includes(kind) && verdict !== 'marked' ? 'normalised' : 'marked'
    const inPlace = ['omission', 'insertion', 'replacement'].includes(kind)
    if (inPlace && cutsWord(passage, start, end)) return null
    kept += passage.slice(at, inPlace ? start : end) + (kind === 'omission' ? '\0' : '')
    ;[inside, left] = [inside + (inPlace ? wordsIn(text) : 0), left + (kind === 'omission' ? wordsIn(old) : 0)]
    at = end
  }
  const pieces = (kept + passage.slice(at)).split('\0')
  const counts = pieces.map(wordsIn)
  const sum = counts.reduce((whole, count) => whole + count)
  const isLong = (piece, index) => counts[index] !== 1 || piece.replace(/[^\p{L}\p{M}\p{N}]/gu, '').length >= 8
  if (inside > 0 && (sum < 3 || sum < inside)) return null
  if (pieces.length > 1 && (pieces.length > 6 || passage.length > 3000 || !pieces.every(isLong))) return null
  if (sum < left && counts.some((count) => count > 0 && count < 4)) return null
  return { words: words + passage.slice(at), verdict }
}
const CUT = new RegExp(`${LETTER}(?:[-’'‐‑־]?\\n|\\n[-’'‐‑־]?|(?<=\\d)[.,:/]?\\n(?=[.,:/]?\\d)[.,:/]?)${LETTER}`, 'u')
/** Whether a place begins or ends inside a word or a number. Scripts without spaces have no such borders. */
const cutsWord = (text, ...borders) => borders.some((at) => CUT.test(`${text.slice(Math.max(0, at - 3), at)}\n${text.slice(at, at + 3)}`))
/** The brief's own words as its files show them, without white space and without the marks of the format. */
const bare = (text, form) => text.replace(form === 'markdown' ? /[\s\\*_~`#>|[\]()]/gu : /\s/gu, '')
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' }
const character = (_, name) => NAMED[name] ?? String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', '')))
const ENTITIES = [/(?<!\\)&(#x[0-9a-fA-F]{1,5}|#\d{1,6}|amp|lt|gt|quot);/gu, character]
/** Struck out words and pictures are read as ⧸; what follows an override of direction does not look as it reads. */
const READ = {
  markdown: [
    [/[⟦⟧⧸\0]|(?<!\\)(?:<!--source:[^<>]*-->|<\/?su[bp]>|\[\^[^\]\s]+\]:?|<(?=https?:|mailto:))/gu, ''],
    [/(?<!\\)\]\((?:https?|mailto):[^\s()<>]*\)/gu, ''],
    [/(?<!\\)(~~?)(?=\S)([^~]+)\1/gu, '⧸$2⧸'],
    ENTITIES,
    [/[\u202d\u202e][\s\S]*?(?=\n\s*\n|$)/gu, ''],
  ],
  html: [
    [/^[\s\S]*<main>|<\/main>[\s\S]*$|[⟦⟧⧸\0]/gu, ''],
    [/[\u202d\u202e][\s\S]*?(?=<\/(?:p|h\d|t[dh]|pre)>)/gu, ''],
    [/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/gu, '⟦$1⟧'],
    [/<sup><a href="#note-(\d+)"(?: id="ref-\1")?>\1<\/a><\/sup>|<(?!\/?s>|img )[^>]*>/gu, ''],
    [/<[^>]*>/gu, '⧸'],
    ENTITIES,
  ],
}
const reading = (text, form) =>
  bare(
    READ[form].reduce((read, [from, to]) => read.replace(from, to), text),
    form,
  )
/** In its frame the page differs between briefs by its language and title alone; inside it has these tags and no others. */
const PAGE = /^([^>]*>\n<html)(?: lang="[^"<>]*")?( dir[\s\S]*?<title>)[^<]*(<[\s\S]*?<main>)([\s\S]*)(<\/main>[\s\S]*)$/u
const FRAME = '36c5550423e401ca8d77c6d62a7bcf0ef2d63f4d3cdbce439fc28da690f05051'
const TAG =
  /<(?:\/?(?:blockquote|cite|code|em|figcaption|figure|h[1-6]|li|ol|p|pre|s|span|strong|su[bp]|table|t[dhr]|ul|a)|br|hr|img)(?: (?:(?:alt|class|href|id|lang|rel|src|start|tabindex)="[^"<>]*"|dir="auto"|style="text-align:(?:left|right|center)"))*>/gu
function isPage(html, sha256) {
  const [, begin, language, title, inner, end] = PAGE.exec(html) ?? ['', '', '', '', '<', '']
  const frame = new TextEncoder().encode(begin + language + title + end)
  return sha256(frame) === FRAME && !/<|&(?!(?:amp|lt|gt|quot);)/u.test(inner.replace(TAG, ''))
}
/** Everything that a package says, held against its own files. `partial`: only a folder has all of them. */
function checkPackage(files, sha256, partial, faults) {
  const textOf = (path) => utf8(files.get(path))
  const differs = (path, hash) => (files.has(path) ? sha256(files.get(path)) !== hash : !(partial && ONLY_IN_FOLDER.test(path)))
  const sums = textOf('SHA256SUMS')
  const listed = new Map(Array.from(sums.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gmu), ([, hash, path]) => [path, hash]))
  if ([...listed].map(([path, hash]) => `${hash}  ${path}\n`).join('') !== sums) faults.push('SHA256SUMS is not a list of hashes.')
  for (const [path, hash] of listed) if (differs(path, hash)) faults.push(`The file ${path} is ${files.has(path) ? 'not the one that was packed' : 'missing'}.`)
  const evidence = JSON.parse(textOf('evidence.json'))
  if (evidence.format !== 'verbatim-evidence' || evidence.version !== 1) throw new Error('another format')
  if (`${JSON.stringify(evidence, null, 2)}\n` !== textOf('evidence.json')) faults.push('evidence.json is not written as it is read.')
  const told = evidence.quotations.map(({ speaker, warnings, diff }) => [speaker, warnings.map((it) => it.message), diff.map((it) => it.text)])
  const facts = evidence.sources.map((source) => [source.title, [...source.authors], source.publication, source.published, source.url])
  if ([evidence.brief.updatedAt, told, facts].flat(3).some((it) => it !== null && typeof it !== 'string')) throw new Error('no text')
  const named = new Set(OWN)
  for (const [form, { path, sha256: hash }] of Object.entries(evidence.brief.files))
    if (path !== `brief.${form.replace('markdown', 'md')}` || differs(path, hash)) faults.push(`${path} is not the brief’s ${form}.`)
  if (!isPage(textOf('brief.html'), sha256)) faults.push('brief.html has what no brief has: it may not look as it reads.')
  const texts = new Map()
  for (const { key, title, versions, custody } of evidence.sources) {
    if (texts.has(`${key} title`)) faults.push(`Two sources have the key ${key}.`)
    texts.set(`${key} title`, title)
    for (const { number, text: path, original, characters, sha256: hash, textSha256 } of versions) {
      const text = textOf(path)
      for (const it of [path, original]) if (/^(?:sources\/[^/]+\.txt|originals\/[^/]+)$/u.test(it)) named.add(it)
      texts.set(`${key} ${number}`, text)
      const known = custody.every((entry) => entry.version !== number || [hash, null].includes(entry.sha256))
      const other = differs(path, textSha256) || (original !== null && differs(original, hash)) || text.length !== characters
      if (!known || other) faults.push(`What evidence.json says of ${key} does not fit its files and custody.`)
    }
  }
  for (const path of new Set([...listed.keys(), ...files.keys()]))
    if (!named.has(path) || (!listed.has(path) && !FREE.includes(path))) faults.push(`${path} does not belong to the package.`)
  const results = evidence.quotations.map((quotation) => quotationFaults(quotation, texts))
  const readings = { markdown: reading(textOf('brief.md'), 'markdown'), html: reading(textOf('brief.html'), 'html') }
  const places = checkPlaces(evidence, readings, results)
  const all = evidence.quotations.map(({ verdict }) => verdict)
  const counted = [...Object.keys(evidence.summary.verdicts), ...all].map((code) => [code, all.filter((it) => it === code).length])
  const proven = evidence.quotations.filter((quotation) => quotation.proven).length
  const expected = { quotations: results.length, proven, others: unlisted(evidence, readings, places), verdicts: Object.fromEntries(counted) }
  if (JSON.stringify(expected) !== JSON.stringify(evidence.summary)) faults.push('The summary does not count what evidence.json lists.')
  results.forEach((own, at) => faults.push(...own.map((fault) => `Quotation ${at + 1} ${fault}`)))
  return { evidence, results }
}
function quotationFaults(quotation, texts) {
  const { words, verdict, passage, alterations, cited, diff } = quotation
  const faults = []
  const text = passage && texts.get(`${passage.source} ${passage.field === 'title' ? 'title' : passage.version}`)
  if (passage && text === undefined) return ['names a source that is not in the package.']
  const { start, end, before, exact, after } = passage ?? {}
  const around = passage && [text.slice(Math.max(0, start - 300), start), text.slice(start, end), text.slice(end, end + 300)]
  if (passage && around.join('\0') !== [before, exact, after].join('\0'))
    faults.push(`has another passage, or other words around it, than ${passage.source} at that place.`)
  const made = passage && alterations && rebuilt(exact, alterations)
  const fits = Boolean(made) && made.words === words && !cutsWord(text, start, end)
  const elsewhere = cited !== null && passage !== null && cited !== passage.source
  const stands = (whole, at) => words.length > 20 && at >= 0 && !cutsWord(whole, at, at + words.length)
  const holds = (key) => [...texts].some(([name, whole]) => name.startsWith(key) && stands(whole, whole.indexOf(words)))
  const without = (one) => diff.map(({ op, text: part }) => (op === one ? '' : part)).join('')
  const right = {
    __proto__: null,
    verbatim: !elsewhere && passage !== null && (alterations === null || (fits && made.verdict === verdict)),
    translated: quotation.linked && passage !== null && alterations === null && diff.length === 0,
    altered: alterations === null && without('delete') === words && without('insert') === exact,
    misattributed: elsewhere && (alterations === null || fits) && !holds(`${cited} `),
    'not-found': passage === null && !holds(''),
    orphaned: passage === null && quotation.linked,
    'too-short': isShort(words) && (alterations === null || fits),
    'set-aside': passage === null,
    unclosed: passage === null,
  }[SURE.includes(verdict) ? 'verbatim' : verdict]
  if (!right) faults.push(`is said to be “${verdict}”, and the package does not bear that out.`)
  if (quotation.proven !== (SURE.includes(verdict) && alterations !== null)) faults.push('is not proven as it says.')
  return faults
}
const LONG_WORD = /[\p{L}\p{M}\p{N}]+(?:[-’'´‐‑.,:/][\p{L}\p{M}\p{N}]+)*/gu
const isShort = (words) => words.length < 12 || (words.replace(/[[\]]/gu, '').match(LONG_WORD) ?? []).length < 3
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|”[^“”]*”|"[^"]*"|‹[^‹›]*›|‘\0?’|‘[^‘“”⟦⟧]{12,}?’|[「『][^「」『』]*[」』]|``[^`']*''|⟦[^⟧]*⟧/gu
const leastOf = (words) => (words[0] === '⟦' && words.includes('\0') ? 60 : /^[「『]/u.test(words) ? 6 : 12)
const lettersOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const cut = (signs, [start, end]) => signs.fill('', start, end).fill('\0', start, start + 1)
/** How many passages of the brief are between marks, or set as a block, and neither quotations nor titles. */
function unlisted({ quotations, sources }, readings, places) {
  const titles = lettersOf(sources.map(({ title }) => title).join('\n'))
  const left = (form) => places[form].flat().reduce(cut, readings[form].split('')).join('')
  const marked = (form) => {
    const told = quotations.map(({ passage }) => bare(passage?.exact ?? '', form)).join('\n')
    const isNew = (words) => !told.includes(words.slice(1, -1)) && !titles.includes(lettersOf(words))
    return (left(form).match(QUOTED) ?? []).filter((words) => words.length - 2 >= leastOf(words) && isNew(words))
  }
  return marked('html').length + marked('markdown').filter((words) => !bare(left('html'), 'markdown').includes(words)).length
}
/** The words of each quotation, letter for letter, in the brief's own files, each behind where the last began. */
function checkPlaces({ quotations }, readings, results) {
  const places = { markdown: [], html: [] }
  for (const form of ['markdown', 'html'])
    quotations.reduce((last, { number, words, proven, places: told }, at) => {
      const start = words === '' ? -1 : readings[form].indexOf(bare(words, form), last)
      const found = start < 0 ? null : [[start, start + bare(words, form).length]]
      const fits = JSON.stringify([number, told[form]]) === JSON.stringify([at + 1, found]) && (found !== null || !proven)
      if (!fits) results[at].push(`reads otherwise in the ${form}, or stands elsewhere in it.`)
      places[form].push(found ?? [])
      return Math.max(last, start + 1)
    }, 0)
  return places
}
/** The page reads copies of the files, for browsers give a page no files: they must be the same. */
function checkCopies(files, faults) {
  const script = utf8(files.get('evidence.js'))
  const copies = new Map(Object.entries(JSON.parse(script.startsWith('evidence({') && script.endsWith('})\n') ? script.slice(9, -2) : '{}')))
  for (const [path, copy] of copies) if (!files.has(path) || utf8(files.get(path)) !== copy) faults.push(`evidence.js has another ${path}.`)
  for (const path of files.keys()) if (!copies.has(path) && !ONLY_IN_FOLDER.test(path)) faults.push(`evidence.js lacks ${path}.`)
}
/** The result in one plain sentence; `signer` says who vouches. */
function sentenceOf(evidence, faults, signer) {
  if (faults.length > 0) return `This package is NOT what it says it is; faults found: ${faults.length}.`
  const { quotations, proven, verdicts, others } = evidence.summary
  const list = (wanted) => Object.keys(verdicts).flatMap((code) => (wanted(code) ? `${verdicts[code]} ${code}` : []))
  const open = list((code) => !SURE.includes(code) && !UNJUDGED.includes(code))
  const unsure = SURE.reduce((sum, code) => sum + (verdicts[code] ?? 0), -proven)
  if (unsure > 0) open.push(`${unsure} that these simple rules cannot confirm`)
  if (others > 0) open.push(`${others} more between quotation marks, of which it says nothing`)
  const rest = list((code) => UNJUDGED.includes(code)).join(', ')
  const said = [`${proven} of ${quotations} quotations proven to stand in its sources as shown`]
  if (open.length > 0) said.push(`NOT proven: ${open.join(', ')}`)
  if (rest !== '') said.push(`not judged: ${rest}`)
  return `The package agrees with itself: ${said.join('; ')}; ${signer}.`
}
// ---- end of the rules ----
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
/** Every file of a folder by its path in it, but for what systems leave behind. What is no plain file is a fault. */
function readFolder(folder, faults, inside = '', files = new Map()) {
  for (const entry of readdirSync(`${folder}/${inside}`, { withFileTypes: true })) {
    const path = inside + entry.name
    if (['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(entry.name)) continue
    if (entry.isDirectory()) readFolder(folder, faults, `${path}/`, files)
    else if (entry.isFile()) files.set(path, readFileSync(`${folder}/${path}`))
    else faults.push(`${path} is no plain file.`)
  }
  return files
}
/** Says who vouches for the package; a signature that does not hold is a fault. */
function checkSignature(files, { signer }, wanted, faults) {
  const file = files.get('signature.json')
  if (file === undefined) {
    if (signer !== null) faults.push('The package says it is signed, and has no signature.')
    if (wanted) faults.push('A signer was asked for, and the package is not signed.')
    return 'it is not signed, so whoever hands it on could have made all of it anew'
  }
  const { publicKey, signature, fingerprint } = JSON.parse(utf8(file))
  const raw = Buffer.from(publicKey, 'base64')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  if (sha256(raw) !== fingerprint || signer !== fingerprint) faults.push('The signature has another key.')
  const signed = Buffer.concat([Buffer.from('verbatim-evidence-1\n'), files.get('SHA256SUMS')])
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) faults.push('The signature does not hold.')
  if (wanted && wanted !== fingerprint) faults.push('Another key than the one asked for has signed.')
  return `it is signed with the key ${fingerprint}, ${wanted ? 'the one asked for' : 'and you must know whose that is'}`
}
function main(given) {
  const at = given.indexOf('--key')
  const wanted = at < 0 ? '' : (given.splice(at, 2)[1] ?? '?').toLowerCase().replace(/[\s:]/gu, '')
  if (!/^(?:[0-9a-f]{64})?$/u.test(wanted) || given.length > 1 || given[0]?.startsWith('-'))
    return console.error('Usage: node verify.mjs [--key FINGERPRINT] [FOLDER] (a fingerprint has 64 digits)') ?? 2
  let [faults, said] = [[], '']
  try {
    const files = readFolder(given[0] ?? '.', faults)
    const { evidence } = checkPackage(files, sha256, false, faults)
    checkCopies(files, faults)
    said = sentenceOf(evidence, faults, checkSignature(files, evidence, wanted, faults))
    console.log(`Fingerprint of the package: ${sha256(files.get('SHA256SUMS'))}`)
  } catch {
    faults.push('A part of the package is missing or cannot be read.')
  }
  console.log([...faults.map((fault) => '- ' + fault), faults.length > 0 ? sentenceOf(null, faults) : said].join('\n'))
  return faults.length > 0 ? 1 : 0
}
process.exitCode = main(process.argv.slice(2))
