import { findTable } from './font-cmap.ts'

/** Name records that tell the family (OpenType 1.9, "name": 1 family, 16 typographic family, 21 WWS family). */
const FAMILY_RECORDS = new Set([1, 16, 21])

/**
 * Typst looks for a family among the bundled fonts *and* those installed on the
 * machine, and cannot be told not to. Under a name that no installed font has, only
 * the bundled one is found, and a brief prints the same everywhere. The files stay
 * as they are; this changes the copy in memory, in place: the first letter of each
 * family name becomes `_`.
 */
export function withPrivateName(font: Buffer): Buffer {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = findTable(view, 'name')
  if (table === null) return font
  const strings = table.offset + view.getUint16(table.offset + 4)
  for (let record = 0; record < view.getUint16(table.offset + 2); record++) {
    const at = table.offset + 6 + 12 * record
    if (!FAMILY_RECORDS.has(view.getUint16(at + 6))) continue
    const wide = view.getUint16(at) !== MACINTOSH
    view.setUint8(strings + view.getUint16(at + 10) + (wide ? 1 : 0), UNDERSCORE)
  }
  return font
}

/** The name under which `withPrivateName` makes a family known. */
export const privateName = (family: string): string => `_${family.slice(1)}`

const MACINTOSH = 1
const UNDERSCORE = 0x5f
