// Checks an evidence package again, without Verbatim: node verify.mjs [--key FINGERPRINT] [FOLDER] (Node 18 or newer)
// It only reads. It ends with one plain sentence; exit 0: the package agrees with itself, 1: it does not, 2: wrong usage.
// Take this file from someone you trust: who makes a package anew can put another program here.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

// ---- rules: the same lines stand in index.html ----
const SURE = ['verbatim', 'normalised', 'marked']
const UNJUDGED = ['translated', 'too-short', 'set-aside', 'unclosed']
const FREE = ['SHA256SUMS', 'signature.json', 'evidence.js']
const ONLY_IN_FOLDER = /^(?:evidence\.js|index\.html|verify\.mjs|brief\.pdf|originals\/.*)$/u
const utf8 = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const UNSEEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]|[\ufe00-\ufe0f]|[\u064b-\u065f]|\u0670/gu

/** Texts that fold to the same differ in typography only: spaces, kinds of marks and dashes, unseen characters. */
const fold = (text) =>
  text
    .normalize('NFC')
    .replace(/[-‐]\u00ad\s*/gu, '')
    .replace(UNSEEN, '')
    .replace(/[\ufb00-\ufdff\ufe30-\ufe4f\ufe70-\ufefc\uff01-\uffef]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/['"`´ʼ‘’‚‛“”„‟«»‹›「」『』〝〞]+/gu, '’')
    .replace(/\s*(?:[–—―]|--+)\s*/gu, '-')
    .replace(/[‐‑‒−־]/gu, '-')
    .replace(/\.\s?\.\s?\./gu, '…')
    .replace(/\s+/gu, ' ')

const EMPHASIS =
  /emphas|italic|hervorh|soulign|énfasis|cursiv|corsiv|grifo|ênfase|курсив|выделен|强调|重点|傍点|التشديد|التأكيد/iu
const MARKS = /\[[^[\]]*\]|\(\s*(?:…|\.\s?\.\s?\.)+\s*\)|…+|\.\s?\.\s?\.|\([^()]*\)/gu
const DOTS = /^[[(]?\s*[….]/u
const isMark = (mark) => mark[0] !== '(' || DOTS.test(mark) || EMPHASIS.test(mark)
const wordsIn = (text) => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length
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
  const [inside, first] = [marks[0].slice(1, -1), [...old][0] ?? '']
  const same = inside.toLowerCase() === first.toLowerCase()
  const rest = fold(old.slice(first.length))
  if (marks.length === 1 && kept[0] === '' && same && fold(kept[1]) === rest) return 'capital'
  const letters = kept.join('').length
  const ends = old.startsWith(kept[0]) && old.endsWith(kept.at(-1)) && inOrder(kept, old)
  return ends && wordsIn(old) <= 1 && letters >= 4 && letters * 2 >= old.length ? 'part' : null
}

/** The passage with the changes that are listed, and the verdict that they make; null: they do not fit or are not marked. */
function rebuilt(passage, changes) {
  let [words, at, verdict] = ['', 0, 'verbatim']
  for (const [index, { kind, start, end, text }] of changes.entries()) {
    if (start < at || end < start || end > passage.length) return null
    const last = index === changes.length - 1 && end === passage.length
    if (kindOf(passage.slice(start, end), text, last) !== kind) return null
    words += passage.slice(at, start) + text
    at = end
    verdict = ['typography', 'final-stop'].includes(kind) && verdict !== 'marked' ? 'normalised' : 'marked'
  }
  return { words: words + passage.slice(at), verdict }
}

const FREE_SCRIPT = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]'
const LETTER = `(?!${FREE_SCRIPT})[\\p{L}\\p{M}\\p{N}]`
const JOIN = "(?:[-’'‐‑־]?\\n|\\n[-’'‐‑־]?|(?<=\\d)[.,:/]?\\n(?=[.,:/]?\\d)[.,:/]?)"
const CUT = new RegExp(LETTER + JOIN + LETTER, 'u')
/** Whether a place begins or ends inside a word or a number. Scripts without spaces have no such borders. */
const cutsWord = (text, ...borders) =>
  borders.some((at) => CUT.test(`${text.slice(Math.max(0, at - 3), at)}\n${text.slice(at, at + 3)}`))

/** The brief's own words as its files show them, without white space and without the marks of the format. */
const bare = (text, form) => text.replace(form === 'markdown' ? /[\s\\*_~`#>|[\]()]/gu : /\s/gu, '')
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' }
const decoded = (_, name) => NAMED[name] ?? String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', '')))
function reading(text, form) {
  const plain =
    form === 'markdown'
      ? text.replace(/(?<!\\)(?:<!--source:[^<>]*-->|<sup>[^<]*<\/sup>|\[\^[^\]\s]+\]:?)/gu, '')
      : text
          .replace(/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/giu, '⟦$1⟧')
          .replace(/<(style|script|head|sup|cite|code)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/giu, '')
  return bare(plain.replace(/(?<!\\)&(#x[0-9a-fA-F]{1,5}|#\d{1,6}|amp|lt|gt|quot);/gu, decoded), form)
}

/** Everything that a package says, held against its own files. `partial`: only a folder has all of them. */
function checkPackage(files, sha256, partial, faults) {
  const textOf = (path) => utf8(files.get(path))
  const need = (path) => !partial || !ONLY_IN_FOLDER.test(path)
  const differs = (path, hash) => (files.has(path) ? sha256(files.get(path)) !== hash : need(path))
  const listed = new Map()
  for (const [, hash, path] of textOf('SHA256SUMS').matchAll(/^([0-9a-f]{64}) {2}(.+)$/gmu)) listed.set(path, hash)
  for (const [path, hash] of listed)
    if (differs(path, hash))
      faults.push(`The file ${path} is ${files.has(path) ? 'not the one that was packed' : 'missing'}.`)
  for (const path of files.keys())
    if (!listed.has(path) && !FREE.includes(path)) faults.push(`${path} does not belong to the package.`)
  const evidence = JSON.parse(textOf('evidence.json'))
  if (evidence.format !== 'verbatim-evidence' || evidence.version !== 1) throw new Error('another format')
  for (const { path, sha256: hash } of Object.values(evidence.brief.files))
    if (differs(path, hash)) faults.push(`${path} is not the brief that evidence.json speaks of.`)
  const texts = new Map()
  for (const { key, title, versions, custody } of evidence.sources) {
    texts.set(`${key} title`, title)
    for (const { number, text: path, original, characters, sha256: hash, textSha256 } of versions) {
      const text = textOf(path)
      texts.set(`${key} ${number}`, text)
      const known = custody.every((entry) => entry.version !== number || [hash, null].includes(entry.sha256))
      const same = !differs(path, textSha256) && (original === null || !differs(original, hash))
      if (!known || !same || text.length !== characters)
        faults.push(`What evidence.json says of ${key} does not fit its files and custody.`)
    }
  }
  const counts = {}
  for (const { verdict } of evidence.quotations) counts[verdict] = (counts[verdict] ?? 0) + 1
  const results = evidence.quotations.map((quotation, index) => {
    const order = quotation.number === index + 1 ? [] : ['stands in another order than its number says.']
    return [...order, ...quotationFaults(quotation, texts)]
  })
  const read = (form) => reading(textOf(evidence.brief.files[form].path), form)
  for (const form of ['markdown', 'html']) checkPlaces(evidence, read(form), form, results)
  const others = unlisted(evidence, read('html'))
  const proven = evidence.quotations.filter((quotation) => quotation.proven).length
  const codes = Object.keys({ ...counts, ...evidence.summary.verdicts })
  const counted = codes.every((code) => counts[code] === evidence.summary.verdicts[code])
  const sums = Object.entries({ proven, others, quotations: results.length })
  if (!counted || sums.some(([name, sum]) => evidence.summary[name] !== sum))
    faults.push('The summary does not count what evidence.json lists.')
  results.forEach((own, at) => faults.push(...own.map((fault) => `Quotation ${at + 1} ${fault}`)))
  return { evidence, results }
}

function quotationFaults(quotation, texts) {
  const { words, verdict, passage, alterations, cited, diff } = quotation
  const faults = []
  const text = passage && texts.get(`${passage.source} ${passage.field === 'title' ? 'title' : passage.version}`)
  if (passage) {
    const { start, end } = passage
    if (text === undefined) return ['names a source that is not in the package.']
    const parts = [text.slice(Math.max(0, start - 300), start), text.slice(start, end), text.slice(end, end + 300)]
    if (parts.join('\0') !== [passage.before, passage.exact, passage.after].join('\0'))
      faults.push(`has another passage, or other words around it, than ${passage.source} at that place.`)
  }
  const made = passage && alterations && rebuilt(passage.exact, alterations)
  const fits = Boolean(made) && made.words === words && !cutsWord(text, passage.start, passage.end)
  const elsewhere = cited !== null && passage !== null && cited !== passage.source
  const holds = (key) => [...texts].some(([name, whole]) => name.startsWith(key) && standsIn(whole, words))
  const shown = diff.map(({ op, text: part }) => (op === 'delete' ? '' : part)).join('')
  const right = {
    verbatim: !elsewhere && passage !== null && (alterations === null || (fits && made.verdict === verdict)),
    translated: quotation.linked && passage !== null && alterations === null && diff.length === 0,
    altered: passage !== null && alterations === null && shown === words && passage.exact !== words,
    misattributed: elsewhere && (alterations === null || fits) && !holds(`${cited} `),
    'not-found': passage === null && !holds(''),
    orphaned: passage === null && quotation.linked,
    'too-short': words.length < 60 && wordsIn(words) < 6 && (alterations === null || fits),
    'set-aside': passage === null,
    unclosed: passage === null,
  }[SURE.includes(verdict) ? 'verbatim' : verdict]
  if (!right) faults.push(`is said to be “${verdict}”, and the package does not bear that out.`)
  if (quotation.proven !== (SURE.includes(verdict) && alterations !== null)) faults.push('is not proven as it says.')
  return faults
}

/** Long enough words, at the borders of words. */
const standsIn = (text, words, at = text.indexOf(words)) =>
  words.length > 20 && at >= 0 && !cutsWord(text, at, at + words.length)

const QUOTED = /“[^“”]{12,}”|„[^„“”]{12,}[“”]|«[^«»]{12,}»|"[^"]{12,}"|「[^「」]{6,}」|⟦[^⟧]{60,}⟧/gu

/** How many passages of the brief are between quotation marks, or set as a block, and not among the quotations. */
function unlisted({ quotations }, brief) {
  const left = brief.split('')
  for (const { places } of quotations) for (const place of places.html ?? []) left.fill('', ...place)
  const known = quotations.map(({ passage }) => bare(passage?.exact ?? '', 'html')).join('\n')
  const marked = left.join('').match(QUOTED) ?? []
  return marked.filter((words) => !known.includes(words.slice(1, -1))).length
}

/** The words of each quotation, letter for letter, in the brief's own files and in their order. */
function checkPlaces(evidence, brief, form, results) {
  let last = -1
  for (const [index, { words, places }] of evidence.quotations.entries()) {
    const pieces = places[form] ?? []
    const read = pieces.map(([start, end]) => brief.slice(start, end)).join('')
    if (pieces.length > 0 && read !== bare(words, form)) results[index].push(`reads otherwise in the ${form}.`)
    const first = pieces[0]?.[0] ?? last + 1
    if (form === 'markdown' && first <= last) results[index].push('stands in another order than in the brief.')
    last = first
  }
}

/** The page reads copies of the files, for browsers give a page no files: they must be the same. */
function checkCopies(files, faults) {
  const script = utf8(files.get('evidence.js'))
  const isList = script.startsWith('evidence({') && script.endsWith('})\n')
  const copies = new Map(Object.entries(JSON.parse(isList ? script.slice(9, -2) : '{}')))
  for (const [path, copy] of copies)
    if (!files.has(path) || utf8(files.get(path)) !== copy) faults.push(`evidence.js has another ${path}.`)
  for (const path of files.keys())
    if (!copies.has(path) && !ONLY_IN_FOLDER.test(path)) faults.push(`evidence.js lacks ${path}.`)
}

/** The result in one plain sentence; `signer` says who vouches. */
function sentenceOf(evidence, faults, signer) {
  if (faults.length > 0) return `This package is NOT what it says it is; faults found: ${faults.length}.`
  const { quotations, proven, verdicts, others } = evidence.summary
  const list = (wanted) =>
    Object.keys(verdicts)
      .filter(wanted)
      .map((code) => `${verdicts[code]} ${code}`)
  const open = list((code) => !SURE.includes(code) && !UNJUDGED.includes(code))
  const unsure = SURE.reduce((sum, code) => sum + (verdicts[code] ?? 0), -proven)
  if (unsure > 0) open.push(`${unsure} that these simple rules cannot confirm`)
  if (others > 0) open.push(`${others} more passages between quotation marks, of which it says nothing`)
  const rest = list((code) => UNJUDGED.includes(code))
  const said = [`${proven} of ${quotations} quotations proven to stand in its sources as shown`]
  if (open.length > 0) said.push(`NOT proven: ${open.join(', ')}`)
  if (rest.length > 0) said.push(`not judged: ${rest.join(', ')}`)
  return `The package agrees with itself: ${said.join('; ')}; ${signer}.`
}
// ---- end of the rules ----

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Every file of a folder by its path in it, but for what systems leave behind. What is no plain file is a fault. */
function readFolder(folder, faults, inside = '', files = new Map()) {
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
    const path = inside + entry.name
    if (['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(entry.name)) continue
    if (entry.isDirectory()) readFolder(folder, faults, `${path}/`, files)
    else if (entry.isFile()) files.set(path, readFileSync(join(folder, path)))
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
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const signed = Buffer.concat([Buffer.from('verbatim-evidence-1\n'), files.get('SHA256SUMS')])
  if (sha256(raw) !== fingerprint || signer !== fingerprint) faults.push('The signature has another key.')
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) faults.push('The signature does not hold.')
  if (wanted && wanted !== fingerprint) faults.push('Another key than the one asked for has signed.')
  return `it is signed with the key ${fingerprint}, ${wanted ? 'the one asked for' : 'and you must know whose that is'}`
}

function main(given) {
  const at = given.indexOf('--key')
  const wanted = at < 0 ? '' : (given.splice(at, 2)[1] ?? '?').toLowerCase().replace(/[\s:]/gu, '')
  if (!/^(?:[0-9a-f]{64})?$/u.test(wanted) || given.length > 1 || given[0]?.startsWith('-')) {
    console.error('Usage: node verify.mjs [--key FINGERPRINT] [FOLDER] (a fingerprint has 64 digits)')
    return 2
  }
  let [faults, said] = [[], '']
  try {
    const files = readFolder(given[0] ?? '.', faults)
    const { evidence } = checkPackage(files, sha256, false, faults)
    checkCopies(files, faults)
    const signer = checkSignature(files, evidence, wanted, faults)
    console.log(`Fingerprint of the package: ${sha256(files.get('SHA256SUMS'))}`)
    said = sentenceOf(evidence, faults, signer)
  } catch {
    faults.push('A part of the package is missing or cannot be read.')
  }
  for (const fault of faults) console.log('- ' + fault)
  console.log(faults.length > 0 ? sentenceOf(null, faults) : said)
  return faults.length > 0 ? 1 : 0
}

process.exitCode = main(process.argv.slice(2))
