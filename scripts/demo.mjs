// `npm run demo`: one article's way from file to PDF, by the command line alone, and a changed word that is caught.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sentenceOf } from './bootstrap/report.mjs'
import { openApp } from './demo/open-app.mjs'
import { sampleAnnotations, sampleDraft, samplePlan, sampleSources } from './demo/sample.mjs'
import { diff, table, verdicts } from './demo/show.mjs'
import { CommandFailed, verbatim } from './demo/verbatim.mjs'
import { ROOT } from './runtime.mjs'

const OUT = join(ROOT, 'out', 'demo')
const LIBRARY = join(OUT, 'Lake Arren.verbatim')
const TRUE_VERDICTS = new Set(['verbatim', 'normalised', 'marked', 'set-aside'])
const RIGHT = 'We will not close the river'
const WRONG = 'We will now close the river'

const say = (text) => process.stdout.write(`${text}\n`)
const call = (args, how) => verbatim(LIBRARY, args, how)

const importSources = async (plan) => {
  say('\n1. Three saved articles on one vote go into a fresh library.')
  const citekeys = await sampleSources(plan, call)
  const rows = await call(['sources'])
  table(
    ['Citekey', 'Title', 'Publication', 'Published', 'Words'],
    rows.map((row) => [
      row.citekey,
      row.title,
      row.publication ?? '–',
      row.published ?? '–',
      String(row.words),
    ]),
    [26, 44, 22, 10, 5],
  )
  return citekeys
}

const annotate = async (plan, citekeys) => {
  const count = plan.annotations.length
  say(`\n2. ${count} passages are annotated: who said it, in which role, on what.`)
  const ids = await sampleAnnotations(plan, citekeys, call)
  if (count > 1) say(`  … and ${count - 1} more in the same way.`)
  return ids
}

const checkBrief = async (draft) => {
  say('\n3. A brief that quotes them is imported, and every quotation is held against its source.')
  const brief = await call(['brief', 'import', draft])
  const quotations = await call(['check', brief.id], { exits: [0, 1] })
  verdicts(quotations)
  const faults = quotations.filter(({ verdict }) => !TRUE_VERDICTS.has(verdict))
  if (faults.length > 0)
    throw new CommandFailed(`${faults.length} quotations of the sample brief are not true.`)
  say(`  All ${quotations.length} are the words of their sources, or marked as changed, or set aside.`)
  return brief
}

const exportBrief = async (brief) => {
  say('\n4. The brief goes out as Markdown and as PDF.')
  const files = []
  for (const [format, name] of [
    ['md', 'brief.md'],
    ['pdf', 'brief.pdf'],
  ]) {
    const { path, pages } = await call([
      'brief',
      'export',
      brief.id,
      '--to',
      format,
      '--out',
      join(OUT, name),
    ])
    const size = `${(statSync(path).size / 1024).toFixed(1)} kB`
    say(`  ${relative(ROOT, path)} (${pages === undefined ? size : `${size}, pages: ${pages}`})`)
    files.push(path)
  }
  return files
}

const catchChange = async (draft) => {
  say(`\n5. One word of the draft is changed: “${RIGHT}” becomes “${WRONG}”.`)
  const text = readFileSync(draft, 'utf8')
  if (!text.includes(RIGHT)) throw new CommandFailed('The sample brief no longer holds the words to change.')
  const path = join(OUT, 'draft-altered.md')
  writeFileSync(path, text.replace(RIGHT, WRONG))
  const quotations = await call(['check', path], { exits: [1] })
  const caught = quotations.filter(({ verdict }) => verdict === 'altered')
  if (caught.length !== 1) throw new CommandFailed('The changed word was not caught.')
  verdicts(caught)
  say(`\n  ${diff(caught[0].diff)}\n  [-only in the source-] {+only in the draft+}`)
  return path
}

const main = async () => {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const plan = samplePlan()
  const citekeys = await importSources(plan)
  const ids = await annotate(plan, citekeys)
  const draft = join(OUT, 'draft.md')
  writeFileSync(draft, sampleDraft(ids, citekeys))
  const brief = await checkBrief(draft)
  const exported = await exportBrief(brief)
  const altered = await catchChange(draft)
  say('\nMade:')
  for (const path of [...exported, draft, altered, LIBRARY]) say(`  ${relative(ROOT, path)}`)
}

const began = performance.now()
try {
  await main()
  say(`\nDone in ${((performance.now() - began) / 1000).toFixed(1)} s. Open out/demo/brief.pdf.`)
  if (openApp(LIBRARY)) say('The app opens on that library.')
} catch (error) {
  const sentence = error instanceof CommandFailed ? error.message : sentenceOf(error)
  if (sentence === null) throw error
  process.stderr.write(`\nThe demo stopped: ${sentence}\n`)
  process.exitCode = 1
}
