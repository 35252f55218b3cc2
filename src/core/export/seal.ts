import { createHash } from 'node:crypto'

/**
 * A text with the hash of all that stands in it besides, so that a later export knows whether
 * somebody has written in the file since. `line` makes the line of the file's format that
 * holds the hash; it goes after the first line of `text`.
 */
export function sealed(text: string, line: (hash: string) => string): string {
  const cut = text.indexOf('\n') + 1
  return `${text.slice(0, cut)}${line(hashOf(text))}\n${text.slice(cut)}`
}

/** Whether a file is as an export wrote it: then it may be replaced. */
export function isAsSealed(bytes: Uint8Array): boolean {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const [hash] = /[0-9a-f]{64}/u.exec(lines[1] ?? '') ?? []
  return hash !== undefined && hash === hashOf([lines[0], ...lines.slice(2)].join('\n'))
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
