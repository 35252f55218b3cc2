import { basename, extname } from 'node:path'
import { writeBibliography } from './bibliography/write-bibliography.ts'
import type { BesideFile, CitedSourceNote, Evidence, ExportWarning } from './evidence.ts'
import { ImageFiles } from './image-files.ts'
import { printMarkdown } from './markdown.ts'
import { noteNames, printObsidian } from './obsidian.ts'
import { sourceNote } from './obsidian-notes.ts'
import { printPandoc } from './pandoc.ts'
import { placedImages } from './placed-images.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { isAsSealed, sealed } from './seal.ts'

interface Flavoured {
  readonly bytes: Uint8Array
  readonly beside: readonly BesideFile[]
  readonly warnings: readonly ExportWarning[]
}

interface Asked {
  /** Absolute path of the file to write. */
  readonly out: string
  readonly cited?: () => readonly CitedSourceNote[]
  readonly notes?: boolean
}

/** Markdown for other readers, with the files that it names. */
export function printFlavour(
  brief: PrintedBrief,
  flavour: 'md' | 'pandoc' | 'obsidian',
  { image }: Evidence,
  { out, cited = () => [], notes = false }: Asked,
): Flavoured {
  const name = basename(out, extname(out))
  const images = new ImageFiles(image, `${name}_files`)
  const placed = placedImages(brief, images)
  const { text, beside } = printed(placed, flavour, name, cited, notes)
  return { bytes: bytesOf(text), beside: [...images.all(), ...beside], warnings: images.warnings() }
}

function printed(
  brief: PrintedBrief,
  flavour: 'md' | 'pandoc' | 'obsidian',
  name: string,
  cited: () => readonly CitedSourceNote[],
  notes: boolean,
): { readonly text: string; readonly beside: readonly BesideFile[] } {
  switch (flavour) {
    case 'md':
      return { text: printMarkdown(brief), beside: [] }
    case 'pandoc': {
      const works = cited().map(({ source }) => source)
      const file = `${name}.bib`
      const text = sealed(
        `% The works that ${name} cites.\n${writeBibliography(works, 'biblatex')}`,
        (hash) => `% ${hash}`,
      )
      const beside = works.length === 0 ? [] : [besideFile([file], text)]
      return { text: printPandoc(brief, works.length === 0 ? null : file), beside }
    }
    case 'obsidian': {
      const sources = cited()
      const names = noteNames(sources.map(({ source }) => source))
      const beside = notes
        ? sources.map((each) => {
            const file = `${names.get(each.source.citekey) ?? each.source.id}.md`
            return besideFile(
              [`${name}_sources`, file],
              sealed(sourceNote(each), (hash) => `verbatim-sha256: ${hash}`),
            )
          })
        : []
      return { text: printObsidian(brief, names), beside }
    }
  }
}

const besideFile = (path: readonly string[], text: string): BesideFile => ({
  path,
  bytes: bytesOf(text),
  mayReplace: isAsSealed,
})

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
