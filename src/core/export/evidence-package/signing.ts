import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Failure, refused } from '../../../shared/contract/failures.ts'
import { refuseInLibrary } from '../library-place.ts'
import { writeFailure, writeWhole } from '../write-export.ts'
import { sha256Of } from './manifest.ts'

/** A key that signs packages. */
export interface Signer {
  /** SHA-256 of the 32 bytes of the public key, in hexadecimal. */
  readonly fingerprint: string
  readonly publicKey: Uint8Array
  readonly sign: (sums: string) => Uint8Array
}

/** What stands before what is signed, so that a signature is good for nothing else. */
const PURPOSE = 'verbatim-evidence-1\n'

/**
 * Makes a new Ed25519 key and keeps its private half in a new file that only its
 * owner may read. Throws `REFUSED` with the reasons of `writeFailure`: a file
 * that is there is never written over, whatever it is.
 */
export async function createKey(path: string): Promise<Signer> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  try {
    await refuseInLibrary(path)
    await writeWhole(path, Buffer.from(pem), 0o600)
  } catch (error) {
    throw keyFailure(path, error)
  }
  return signerOf(privateKey)
}

/** The key in a file. Throws `REFUSED`: `no-key` where there is no such file, `not-a-key` for any other content. */
export async function readKey(path: string): Promise<Signer> {
  const pem = await readFile(path, 'utf8').catch(() => null)
  if (pem === null)
    throw refused(
      'no-key',
      `The key ${path} cannot be read. Nothing was written. Name a file made by “verbatim key create”.`,
    )
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return signerOf(key)
  } catch {
    // What the system's own sentence says of a key's file helps nobody.
  }
  throw refused(
    'not-a-key',
    `${path} holds no private Ed25519 key. Nothing was written. Name a file made by “verbatim key create”.`,
  )
}

/** signature.json for the list of hashes that it signs. */
export function signatureFile({ fingerprint, publicKey, sign: signed }: Signer, sums: string): string {
  const content = {
    algorithm: 'Ed25519',
    signed: 'SHA256SUMS',
    fingerprint,
    publicKey: base64(publicKey),
    signature: base64(signed(sums)),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function signerOf(privateKey: KeyObject): Signer {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = new Uint8Array(der.subarray(-32))
  return {
    fingerprint: sha256Of(publicKey),
    publicKey,
    sign: (sums) => sign(null, Buffer.from(PURPOSE + sums), privateKey),
  }
}

function keyFailure(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
  if (code !== 'EEXIST') return writeFailure(path, code)
  return refused(
    'exists',
    `There is a file at ${path} already. It was kept: a key is never written over. Choose another name.`,
    { path },
  )
}
