import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { APP_SCHEME, CONTENT_SECURITY_POLICY, fileOf, mediaTypeOf } from './policy.ts'

/** Must run before the app is ready: a scheme is standard and secure from the start or never. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page out of one folder, and nothing beside it. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async ({ url }) => {
    const file = fileOf(url)
    if (file === null) return new Response(null, { status: 404 })
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mediaTypeOf(file),
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
