import { resolve } from 'node:path'
import type { Command } from './command.ts'

export const keyShow: Command = {
  name: 'key show',
  usage: 'KEYFILE',
  about: 'Tells the fingerprint of a key, by which others know your signature.',
  example: 'verbatim key show ~/verbatim.key',
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ given, out }) => {
    const path = resolve(given.words[0] ?? '')
    const { readKey } = await import('../core/export/evidence-package/signing.ts')
    const { fingerprint } = await readKey(path)
    out.result({ path, fingerprint }, () => fingerprint)
    return 0
  },
}
