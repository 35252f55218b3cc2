import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotGoOn } from './report.mjs'

const isRoot = () => process.getuid?.() === 0

/** True when a program of this name stands in PATH. */
export const hasProgram = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))

const apt = (args) =>
  spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  })

/**
 * Installs Debian packages as root; otherwise ends with the one command to run. Never removes or upgrades anything.
 */
export const installSystemPackages = async (names) => {
  const list = names.join(' ')
  const command = `apt-get update && apt-get install -y --no-install-recommends ${list}`
  if (!hasProgram('apt-get'))
    throw new CannotGoOn(`This system lacks ${list}. Install it and run the same command again.`)
  if (!isRoot())
    throw new CannotGoOn(
      `This system lacks ${list}. Run this, then the same command again: sudo sh -c '${command}'`,
    )
  const install = ['install', '-y', '--no-install-recommends', ...names]
  if (apt(install).status === 0) return
  apt(['update'])
  const second = apt(install)
  if (second.status !== 0) {
    const why = (second.stderr ?? '').split('\n').find((line) => line.startsWith('E:')) ?? 'apt-get failed'
    throw new CannotGoOn(
      `${list} could not be installed (${why}). Run this, then the same command again: ${command}`,
    )
  }
}
