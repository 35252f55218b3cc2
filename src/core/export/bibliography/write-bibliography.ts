import type { BibliographyFormat } from '../../../shared/contract/library.ts'
import { writeBibtex } from './bibtex.ts'
import { writeCslJson } from './csl-json.ts'
import type { ListedSource } from './listed-work.ts'
import { listedWork } from './listed-work.ts'
import { writeRis } from './ris.ts'

/** The sources as a bibliography, in the order given. `import` reads each of these formats back without loss. */
export function writeBibliography(sources: readonly ListedSource[], format: BibliographyFormat): string {
  const works = sources.map(listedWork)
  switch (format) {
    case 'bibtex':
    case 'biblatex':
      return writeBibtex(works, format)
    case 'ris':
      return writeRis(works)
    case 'csl-json':
      return writeCslJson(works)
  }
}
