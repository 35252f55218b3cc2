/**
 * How long the annotations of a library take to be found again after its sources got new versions, ten on each source
 * of 6,000 characters, a text with 3 % of its words changed; then a thousand on one long text. Beside it another call is
 * made again and again: the longest time that one waited is what a person would feel. Prints a table and keeps it as
 * JSON in out/bench/reanchor.json.
 *
 *     node bench/reanchor.mjs [--quick]
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { reanchorLibrary } from './anchoring/library.mjs'

const quick = process.argv.includes('--quick')
const rows = []
for (const sources of quick ? [10, 30, 100] : [100, 300, 1000])
  rows.push(await reanchorLibrary({ sources, perSource: 10, length: 6000 }))
for (const length of quick ? [100_000] : [100_000, 1_000_000])
  rows.push(await reanchorLibrary({ sources: 1, perSource: 1000, length }))
console.table(rows)

const folder = new URL('../out/bench/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(
  new URL('reanchor.json', folder),
  `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`,
)
