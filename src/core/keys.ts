/** A key that signs, as others know it. */
export interface KnownKey {
  readonly fingerprint: string
}

/** Makes a key in a new file. Throws as `createKey`. */
export async function makeKey(path: string): Promise<KnownKey> {
  const { createKey } = await import('./export/evidence-package/signing.ts')
  return { fingerprint: (await createKey(path)).fingerprint }
}

/** The key in a file. Throws as `readKey`. */
export async function knownKey(path: string): Promise<KnownKey> {
  const { readKey } = await import('./export/evidence-package/signing.ts')
  return { fingerprint: (await readKey(path)).fingerprint }
}
