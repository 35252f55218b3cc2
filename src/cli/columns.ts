/**
 * Lines with their cells set under each other, two spaces apart. The last cell is
 * shortened where a line would be longer than `width` columns; null: no limit.
 */
export function columns(rows: readonly (readonly string[])[], width: number | null): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))))
  }
  return rows.map((row) => {
    const line = row.map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at] ?? 0))).join('  ')
    return (width === null ? line : shorten(line, width)).trimEnd()
  })
}

const pad = (cell: string, width: number): string =>
  cell + ' '.repeat(Math.max(0, width - displayWidth(cell)))

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const NARROWER = /[\p{M}\p{Cf}]/u

/** Columns of a terminal that a text takes, near enough to line up cells. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (!NARROWER.test(character)) width += WIDE.test(character) || character > '\u{1f000}' ? 2 : 1
  }
  return width
}

/** At most `width` columns, with an ellipsis where something was cut; line breaks become spaces. */
export function shorten(text: string, width: number): string {
  const line = text.replaceAll(/\s*[\r\n\t]+\s*/g, ' ')
  if (displayWidth(line) <= width) return line
  let kept = ''
  let used = 1
  for (const character of line) {
    used += displayWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
