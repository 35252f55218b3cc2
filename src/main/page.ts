import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import { APP_SCHEME, fileOf, LOOK_POLICY, lookAt, mediaTypeOf, policyOf } from './policy.ts'

/** Must run before the app is ready: a scheme is standard and secure from the start or never. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** A saved page as one text of HTML, or the sentence that says why there is none. */
export type AskLook = (source: string, version: number) => Promise<string>

/** Serves the built page out of one folder, and saved pages out of the library; nothing beside them. */
export function servePage(session: Session, folder: string, askLook: AskLook): void {
  session.protocol.handle(APP_SCHEME, async ({ url }) => {
    const look = lookAt(url)
    if (look !== null) return served(await askLook(look.source, look.version), LOOK_TYPE, LOOK_POLICY)
    const file = fileOf(url)
    const bytes = file === null ? null : await readFile(join(folder, file)).catch(() => null)
    if (file === null || bytes === null) return new Response(null, { status: 404 })
    return served(new Uint8Array(bytes), mediaTypeOf(file), policyOf(file))
  })
}

const LOOK_TYPE = 'text/html; charset=utf-8'

const served = (body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  })
