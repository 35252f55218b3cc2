import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { forkedParserHost } from './forked-host.ts'
import { createParser, type ParserLimits } from './parser.ts'
import type { ParserEnd, ParserHost, ParserProcess } from './protocol.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-parser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A parsing process that goes wrong as the name of the file says. */
const entry = join(folder, 'entry.mjs')
writeFileSync(
  entry,
  `const held = []
   process.on('message', ({ id, name }) => {
     if (name === 'hang') for (;;);
     if (name === 'crash') process.abort()
     if (name === 'heap') { const list = []; for (;;) list.push({ list: [...list.slice(-100)] }) }
     if (name === 'buffers') for (;;) held.push(Buffer.alloc(32 * 1024 * 1024, 1))
     if (name === 'nonsense') process.send({ outcome: 'read', id, extraction: { document: '<script>' } })
     else if (name === 'write') import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x')).then(
       () => process.send({ outcome: 'refused', id, reason: 'wrote', message: 'it could' }),
       (error) => process.send({ outcome: 'refused', id, reason: error.code, message: 'it could not' }),
     )
     else if (name === 'long' || name === 'endless') {
       let steps = 0
       const timer = setInterval(() => {
         process.send({ outcome: 'working', id })
         if (++steps < 12 || name === 'endless') return
         clearInterval(timer)
         process.send({ outcome: 'refused', id, reason: 'finished', message: 'it took its time' })
       }, 100)
     }
     else process.send({ outcome: 'refused', id, reason: 'pid', message: String(process.pid) })
   })`,
)

let starts = 0
const counted: ParserHost = {
  start: () => {
    starts += 1
    return forkedParserHost(entry, 96).start()
  },
}
const open: { close: () => void }[] = []
const parserWith = (
  host: ParserHost,
  limits: ParserLimits = { milliseconds: 4000, bytes: 400 * 1024 ** 2 },
) => {
  const parser = createParser(host, limits)
  open.push(parser)
  return parser
}
afterEach(() => {
  for (const parser of open.splice(0)) parser.close()
})

const original = (name: string) => ({ bytes: new Uint8Array(), name, encoding: null })

describe('the parsing process', () => {
  it('is kept between files', async () => {
    starts = 0
    const parser = parserWith(counted)
    const ids = []
    for (const name of ['a', 'b'])
      ids.push(await parser.parse(original(name)).catch((error: Error) => error.message))
    expect(new Set(ids).size).toBe(1)
    expect(starts).toBe(1)
  })

  it.each([
    ['hang', 'took-too-long', { milliseconds: 700, bytes: 2 ** 31 }],
    ['crash', 'crashed', undefined],
    ['buffers', 'out-of-memory', undefined],
    ['nonsense', 'cannot-read', undefined],
  ])(
    'that should %s costs one file (%s), and the next is read by a new one',
    async (name, reason, limits) => {
      starts = 0
      const parser = parserWith(counted, limits)
      const turns = [parser.parse(original(name)), parser.parse(original('next'))]
      await expect(turns[0]).rejects.toMatchObject({ kind: 'REFUSED', reason })
      await expect(turns[1]).rejects.toMatchObject({ reason: 'pid' })
      expect(starts).toBe(2)
    },
  )

  it.each([
    ['long', 'finished', 20_000],
    ['endless', 'took-too-long', 1500],
  ])('that says it goes on is waited for, up to a limit (%s)', async (name, reason, longest) => {
    const parser = parserWith(counted, { milliseconds: 700, bytes: 2 ** 31, longest })
    await expect(parser.parse(original(name))).rejects.toMatchObject({ reason })
  })

  it('that fills its heap and dies of it took too much memory, and did not crash', async () => {
    const parser = parserWith(counted, { milliseconds: 30_000, bytes: 64 * 1024 ** 3 })
    await expect(parser.parse(original('heap'))).rejects.toMatchObject({ reason: 'out-of-memory' })
  })

  it.runIf(process.allowedNodeEnvironmentFlags.has('--permission'))('may not write files', async () => {
    await expect(parserWith(counted).parse(original('write'))).rejects.toMatchObject({
      reason: 'ERR_ACCESS_DENIED',
    })
  })

  it('is ended when the run is cancelled', async () => {
    const parser = parserWith(counted, { milliseconds: 30_000, bytes: 2 ** 31 })
    const stop = new AbortController()
    const turn = parser.parse(original('hang'), stop.signal)
    setTimeout(() => stop.abort(new Error('stopped')), 100)
    await expect(turn).rejects.toThrow('stopped')
    await expect(parser.parse(original('next'))).rejects.toMatchObject({ reason: 'pid' })
  })
})

const PART = { key: 'a', name: 'A', title: null, date: null, bytes: 0 }

const answering = (reply: (id: number) => unknown): ParserHost => ({
  start: (): ParserProcess => {
    let listener: ((reply: unknown) => void) | null = null
    return {
      send: ({ id }) => queueMicrotask(() => listener?.(reply(id))),
      onReply: (given) => {
        listener = given
      },
      onEnd: () => undefined,
      end: () => undefined,
      memory: () => null,
    }
  },
})
const extraction = (children: unknown[], text: string) => ({
  importer: 'text',
  importerVersion: 1,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  document: { type: 'document', format: 1, language: null, direction: null, children, origins: [] },
  text,
  textVersion: 1,
  metadata: {
    title: 'T',
    authors: [],
    publication: null,
    published: null,
    publishedAt: null,
    modified: null,
    archivedAt: null,
    url: null,
    language: null,
    type: 'article',
    place: null,
  },
  images: [],
})
const paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'a' }] }

const deep = (): unknown => {
  let block: unknown = paragraph
  for (let depth = 0; depth < 50_000; depth += 1) block = { type: 'quotation', children: [block] }
  return block
}

describe('a reply', () => {
  it('is taken when the schema holds and the text is the document’s', async () => {
    const host = answering((id) => ({ outcome: 'read', id, extraction: extraction([paragraph], 'a') }))
    await expect(parserWith(host).parse(original('x'))).resolves.toMatchObject({ text: 'a' })
  })

  it.each([
    ['another text than the document’s', () => extraction([paragraph], 'b')],
    ['an unknown node', () => extraction([{ type: 'script', value: 'alert(1)' }], '')],
    ['an unknown property', () => extraction([{ ...paragraph, onclick: 'alert(1)' }], 'a')],
    [
      'a link that runs',
      () =>
        extraction(
          [{ type: 'paragraph', children: [{ type: 'link', href: 'javascript:alert(1)', children: [] }] }],
          '',
        ),
    ],
    ['a document too deep to check', () => extraction([deep()], 'a')],
  ])('with %s is refused', async (_, made) => {
    const host = answering((id) => ({ outcome: 'read', id, extraction: made() }))
    await expect(parserWith(host).parse(original('x'))).rejects.toMatchObject({ reason: 'cannot-read' })
  })
})

describe('an original of several articles', () => {
  it('goes to its process once, and again to a new one', async () => {
    const sent: (number | null)[] = []
    const host: ParserHost = {
      start: () => {
        let listener: ((reply: unknown) => void) | null = null
        let ended: ((end: ParserEnd) => void) | null = null
        return {
          send: ({ id, bytes, part }) => {
            sent.push(bytes?.length ?? null)
            const parts = [PART]
            const read = { outcome: 'read', id, extraction: extraction([paragraph], 'a') }
            queueMicrotask(() => {
              if (part === 'crash') ended?.('crashed')
              else listener?.(part === null ? { outcome: 'parts', id, parts } : read)
            })
          },
          onReply: (given) => {
            listener = given
          },
          onEnd: (given) => {
            ended = given
          },
          end: () => undefined,
          memory: () => null,
        }
      },
    }
    const parser = parserWith(host)
    const several = { bytes: new Uint8Array(3), name: 'x', encoding: null }
    await expect(parser.parse(several)).resolves.toEqual({ parts: [PART] })
    await parser.parse({ ...several, part: 'a' })
    await expect(parser.parse({ ...several, part: 'crash' })).rejects.toMatchObject({ reason: 'crashed' })
    await parser.parse({ ...several, part: 'a' })
    await parser.parse({ ...several, part: 'a' })
    expect(sent).toEqual([3, null, null, 3, null])
  })
})

describe('the real program', () => {
  it('reads an article', async () => {
    const parser = parserWith(forkedParserHost(fileURLToPath(new URL('entry.ts', import.meta.url))), {
      milliseconds: 20_000,
      bytes: 2 ** 31,
    })
    const bytes = Buffer.from('<!doctype html><title>T</title><p>Words.</p>')
    await expect(parser.parse({ bytes, name: 'a.html', encoding: null })).resolves.toMatchObject({
      importer: 'html',
      text: 'Words.',
      metadata: { title: 'T' },
    })
  })

  it.skipIf(process.platform !== 'linux')('lets others go first', async () => {
    const parser = parserWith(forkedParserHost(fileURLToPath(new URL('entry.ts', import.meta.url))), {
      milliseconds: 20_000,
      bytes: 2 ** 31,
    })
    await parser.parse({ bytes: Buffer.from('Words.'), name: 'a.txt', encoding: null })
    const children = readFileSync(`/proc/${String(process.pid)}/task/${String(process.pid)}/children`, 'utf8')
    const niceness = children
      .split(' ')
      .filter(Boolean)
      .map((pid) => getPriority(Number(pid)))
    expect(niceness).toContain(constants.priority.PRIORITY_BELOW_NORMAL)
  })
})
