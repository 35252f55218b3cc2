const OBJECT = /(?:^|[\s>])(\d{1,8})\s{1,4}(\d{1,5})\s{1,4}obj\b/g
/** A page's own entries stand in so many bytes. */
const LONGEST = 4096
const PAGE = /\/Type\s{0,4}\/Page(?![a-zA-Z])/
const MOST_PAGES = 20_000

/**
 * A PDF that lost its end, where the list of its pages and the way to its
 * objects stand: the pages that are whole, listed anew. Null where there are none.
 */
export function repaired(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const pages: string[] = []
  let highest = 0
  for (const { index, 0: head, 1: id = '', 2: generation = '' } of text.matchAll(OBJECT)) {
    highest = Math.max(highest, Number(id))
    const body = text.slice(index + head.length, index + head.length + LONGEST)
    const end = body.indexOf('endobj')
    if (end > 0 && pages.length < MOST_PAGES && PAGE.test(body.slice(0, end)))
      pages.push(`${id} ${generation} R`)
  }
  if (pages.length === 0) return null
  const [list, catalog] = [highest + 1, highest + 2]
  const end = [
    '',
    `${String(list)} 0 obj << /Type /Pages /Count ${String(pages.length)} /Kids [${pages.join(' ')}] >> endobj`,
    `${String(catalog)} 0 obj << /Type /Catalog /Pages ${String(list)} 0 R >> endobj`,
    `trailer << /Size ${String(catalog + 1)} /Root ${String(catalog)} 0 R >>`,
    'startxref\n0\n%%EOF\n',
  ].join('\n')
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(end, 'latin1')]))
}
