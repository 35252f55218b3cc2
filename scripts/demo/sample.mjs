import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../runtime.mjs'
import { CommandFailed } from './verbatim.mjs'

const SAMPLE = join(ROOT, 'resources', 'sample')

/** What is done with the sample: its articles with what they leave out, and the passages that are annotated. */
export const samplePlan = () => JSON.parse(readFileSync(join(SAMPLE, 'annotations.json'), 'utf8'))

/** Imports the sample articles by `call`, which runs a command. Gives the citekey of each by its plain name. */
export const sampleSources = async ({ sources }, call) => {
  const paths = sources.map(({ file }) => join(SAMPLE, file))
  const outcomes = await call(['import', ...paths], { lines: true })
  const citekeys = {}
  for (const [i, { name, edit }] of sources.entries()) {
    let { source } = outcomes[i]
    if (edit !== undefined) {
      const options = Object.entries(edit).flatMap(([field, value]) => [`--${field}`, value])
      source = await call(['edit', source.citekey, ...options])
    }
    citekeys[name] = source.citekey
  }
  return citekeys
}

/** Annotates the passages; all but the first quietly. Gives the id of each by its plain name. */
export const sampleAnnotations = async ({ annotations }, citekeys, call) => {
  const ids = {}
  for (const [i, { name, source, ...facts }] of annotations.entries()) {
    const options = Object.entries(facts).flatMap(([field, value]) => [`--${field}`, value])
    const annotation = await call(['annotate', citekeys[source], ...options], { quiet: i > 0 })
    ids[name] = annotation.id
  }
  return ids
}

/** Puts what the library gave a thing in place of the plain word that the sample brief calls it by. */
const known = (names, kind) => (_whole, before, name) => {
  if (names[name] === undefined)
    throw new CommandFailed(`The sample brief names an unknown ${kind}: ${name}.`)
  return `${before}${names[name]}`
}

/** The sample brief with its annotations and sources called by their ids and citekeys. */
export const sampleDraft = (ids, citekeys) =>
  readFileSync(join(SAMPLE, 'brief.md'), 'utf8')
    .replaceAll(/(\{#)([\w-]+)/g, known(ids, 'annotation'))
    .replaceAll(/(\[@)([\w-]+)/g, known(citekeys, 'source'))
