import { z } from 'zod'

/** The form of an exported folder; a program reads no newer one. */
export const FOLDER_FORMAT = 1

export const MANIFEST = 'data/manifest.json'
export const rowsFile = (table: string): string => `data/${table}.jsonl`

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a folder holds, written last: each file with its hash, so that a change is known. */
export const Manifest = z.object({
  format: z.number().int(),
  schemaVersion: z.number().int().positive(),
  /** By path from the folder on, with `/`. */
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: Sha256 })),
  /** The path of each stored file, by its hash. */
  blobs: z.record(Sha256, z.string()),
  /** Stored files that were gone or damaged already. */
  missing: z.array(Sha256),
})
export type Manifest = z.infer<typeof Manifest>

/** A path inside the folder, whatever the system: no way out of it. */
export const isInside = (path: string): boolean =>
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}]/u.test(name))

export const README = `# A library of Verbatim

This folder holds a whole library, and nothing here needs Verbatim to be read.

| what | holds |
| --- | --- |
| \`sources/\` | each source as Markdown: what is known of it at the top, then its text; older versions beside the current one |
| \`originals/\` | the files that were imported, unchanged |
| \`images/\` | pictures in sources and briefs, and other stored files, by the SHA-256 of their bytes |
| \`annotations/\` | the passages that were marked, a file a source; \`annotations.jsonld\` has all of them as W3C Web Annotations |
| \`briefs/\` | each brief as Markdown, and as Verbatim Markdown (\`.verbatim.md\`), in which every quote names its annotation |
| \`bibliography.json\` | the sources as CSL-JSON |
| \`data/\` | everything, exactly: a line of JSON for each row of each table (\`.jsonl\`), and \`manifest.json\` with the SHA-256 of every file |

What is in the trash, earlier revisions, the custody log, and what can be undone stand in \`data/\` alone. Offsets of
annotations count UTF-16 code units in the texts of \`data/text.jsonl\`.

“verbatim restore FOLDER --to NEW.verbatim” makes the same library of it again. A folder in which anything was changed
is refused then: the hashes tell. Take a copy to work in.
`
