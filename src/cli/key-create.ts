import { resolve } from 'node:path'
import { misused } from './arguments.ts'
import type { Command } from './command.ts'

export const keyCreate: Command = {
  name: 'key create',
  usage: '--out KEYFILE',
  about:
    'Makes a key with which you can sign evidence packages (“brief export --to evidence --sign KEYFILE”), so that nobody\n' +
    'can make one anew unnoticed. The file is yours alone to read: whoever has it can sign as you. Tell others the\n' +
    'fingerprint by another way than the package. A file that is there is never written over.',
  example: 'verbatim key create --out ~/verbatim.key',
  options: { out: { kind: 'value', value: 'KEYFILE', help: 'the file to make' } },
  words: { least: 0, most: 0 },
  run: async ({ given, out }) => {
    const path = given.text('out')
    if (path === undefined) throw misused('Say with --out which file to make.')
    const { createKey } = await import('../core/export/evidence-package/signing.ts')
    const { fingerprint } = await createKey(resolve(path))
    out.result(
      { path: resolve(path), fingerprint },
      () => `Made ${resolve(path)}. Its fingerprint: ${fingerprint}`,
    )
    return 0
  },
}
