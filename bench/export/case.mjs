// One export in a process of its own: `node case.mjs KIND INPUT OUT [LIBRARY]`. Sends its figures to the process that
// started it. KIND is a format, for which INPUT is a brief's id; `setting`, our typesetting alone of a printed brief; or
// a peer, `bare-typst` of a source, `bare-docx` of a printed brief.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from '../../src/cli/open.ts'
import { FONTS } from './content.mjs'

const [kind, input, out, library] = process.argv.slice(2)

async function setting() {
  const brief = JSON.parse(readFileSync(input, 'utf8'))
  return timed(async () => {
    const { printPdf } = await import('../../src/core/export/pdf.ts')
    const { bytes, pages } = await printPdf(brief, { image: () => null }, FONTS)
    writeFileSync(out, bytes)
    return pages
  })
}

async function bareTypst() {
  const mainFileContent = readFileSync(input, 'utf8')
  return timed(async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const fontBlobs = ['', '_Italic'].flatMap((slant) =>
      ['400Regular', '600SemiBold'].map((weight) =>
        readFileSync(`${FONTS}/SourceSerif4_${weight}${slant}.ttf`),
      ),
    )
    const compiler = NodeCompiler.create({ workspace: FONTS, fontArgs: [{ fontBlobs }] })
    const document = compiler.compile({ mainFileContent }).result
    writeFileSync(out, compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 }))
    return document.numOfPages
  })
}

async function bareDocx() {
  const brief = JSON.parse(readFileSync(input, 'utf8'))
  return timed(async () => {
    const { bareDocx: make } = await import('./bare-docx.mjs')
    writeFileSync(out, await make(brief))
  })
}

/** Through the procedure that the command and the window call: the brief is checked, cited, printed and written. */
async function exported() {
  const log = { error: (what, thrown) => console.error(what, thrown) }
  const core = open(library, false, { environment: process.env, log })
  const notes = kind === 'obsidian'
  const result = await timed(async () => {
    const { pages, faults } = await core.client.briefs.export({
      brief: input,
      format: kind,
      out,
      force: false,
      strict: false,
      notes,
    })
    if (faults.length > 0) throw new Error(`${faults.length} quotations of the benchmark have faults.`)
    return pages
  })
  core.close()
  return result
}

async function timed(act) {
  const before = process.cpuUsage()
  const started = performance.now()
  const pages = await act()
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { ms, work: (user + system) / 1000, pages }
}

const KINDS = { setting, 'bare-typst': bareTypst, 'bare-docx': bareDocx }
const figures = await (KINDS[kind] ?? exported)()
process.send({ ...figures, bytes: statSync(out).size, megabytes: process.resourceUsage().maxRSS / 1024 })
process.disconnect()
