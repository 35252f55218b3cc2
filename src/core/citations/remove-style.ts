import type { CitationStyle } from '../../shared/contract/citations.ts'
import { refused } from '../../shared/contract/failures.ts'
import { listAddedStyles, removeStyle as remove } from '../db/citation-styles.ts'
import type { Services } from '../services.ts'
import { shown } from './styles.ts'

/** Takes an added style away. Throws `REFUSED`: `unknown-style`, `bundled-style`, `style-in-use`. */
export async function removeStyle({ library, citations }: Services, id: string): Promise<CitationStyle> {
  const { styles } = await citations()
  const style = styles.named(id)
  if (!style.added)
    throw refused(
      'bundled-style',
      `“${style.title}” comes with Verbatim and stays. Nothing was changed. Only styles that were added can be removed.`,
    )
  const own = listAddedStyles(library.reader).find(({ name }) => name === style.id)
  const user = listAddedStyles(library.reader).find(
    ({ name }) => name !== style.id && styles.parentOf(name) === own?.cslId,
  )
  if (user !== undefined)
    throw refused(
      'style-in-use',
      `The citation style “${user.title}” takes its rules from “${style.title}”. Nothing was changed. Remove that one first.`,
      { style: user.name },
    )
  library.write('remove a citation style', (writer) => remove(writer, style.id))
  return shown(style)
}
