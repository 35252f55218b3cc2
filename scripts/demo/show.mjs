const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** Prints rows under heads, columns parted by two spaces; each column at most as wide as `widths` says. */
export const table = (heads, rows, widths) => {
  const cells = [heads, ...rows].map((row) =>
    row.map((cell, i) => cut(cell.replaceAll(/\s+/g, ' '), widths[i])),
  )
  const wide = heads.map((_, i) => Math.max(...cells.map((row) => row[i].length)))
  const line = (row) => `  ${row.map((cell, i) => cell.padEnd(wide[i])).join('  ')}`.trimEnd()
  const rule = wide.map((width) => '─'.repeat(width))
  process.stdout.write(`${[cells[0], rule, ...cells.slice(1)].map(line).join('\n')}\n`)
}

/** One row a quotation: what the check found, where, which words, and what it warns of. */
export const verdicts = (quotations) =>
  table(
    ['Verdict', 'Source', 'Speaker', 'Quotation'],
    quotations.map(({ verdict, source, cited, speaker, quotation, warnings }) => [
      warnings.length === 0 ? verdict : `${verdict} (${warnings.map(({ code }) => code).join(', ')})`,
      source ?? cited ?? '–',
      speaker ?? '–',
      quotation,
    ]),
    [32, 26, 20, 72],
  )

const MARKS = { equal: (text) => text, insert: (text) => `{+${text}+}`, delete: (text) => `[-${text}-]` }

/** A word diff on one line: [-in the source only-] {+in the draft only+}. */
export const diff = (operations) => operations.map(({ op, text }) => MARKS[op](text)).join('')
