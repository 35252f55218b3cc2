import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { ROOT } from '../runtime.mjs'
import { CannotGoOn } from './report.mjs'

const LEAST_NPM = 10

/** What npm's error codes mean for a person, and what helps. The first that occurs in its output is told. */
const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|FETCH_ERROR|network/,
    'The package registry could not be reached. Look at the network (or the proxy set for npm) and run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full. Free about one gigabyte and run the same command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'A folder cannot be written to. Make this checkout and the home folder writable and run the same command again.',
  ],
  [
    /EUSAGE|in sync/,
    'package.json and package-lock.json do not agree. Run npm install, commit both, and run the same command again.',
  ],
  [
    /EINTEGRITY/,
    'A package arrived with other bytes than the lockfile names. Run npm cache clean --force and the same command again.',
  ],
  [/E404|ETARGET/, 'The registry does not have one of the packages that the lockfile names.'],
  [/EBADENGINE/, 'A package does not run on this Node.'],
]

/** npm as `npm run` was started with, so that the one the user chose is the one that installs. */
export const npmCommand = () => {
  const own = process.env.npm_execpath
  if (own !== undefined && /npm-cli\.c?js$/.test(own) && existsSync(own)) return [process.execPath, own]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

const shell = process.platform === 'win32'

/** Version of npm; refuses when there is none or one too old for this lockfile. */
export const npmVersion = async () => {
  const [program, ...before] = npmCommand()
  const answer = await promisify(execFile)(program, [...before, '--version'], { cwd: ROOT, shell }).catch(
    () => null,
  )
  if (answer === null)
    throw new CannotGoOn(
      'npm is missing. Install Node 20 or newer with its npm (on Debian 13: apt-get install nodejs npm).',
    )
  const version = answer.stdout.trim()
  if (Number(version.split('.')[0]) < LEAST_NPM)
    throw new CannotGoOn(
      `npm ${version} is too old: version 10 or newer is needed. Run: npm install --global npm@10`,
    )
  return version
}

const explain = (output) => {
  const cause = CAUSES.find(([pattern]) => pattern.test(output))
  const last = output
    .trim()
    .split('\n')
    .filter((line) => /error/i.test(line))
    .slice(0, 3)
    .join(' · ')
  return cause === undefined ? `npm could not install the packages: ${last || 'it said nothing'}` : cause[1]
}

/**
 * Installs exactly the lockfile's packages; no package's own scripts run. `tick` is called every half second.
 */
export const installPackages = (tick) =>
  new Promise((resolve, reject) => {
    const [program, ...before] = npmCommand()
    const args = [
      ...before,
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--progress=false',
      // npm would wait for minutes on a network that is not there.
      '--fetch-retries=3',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=8000',
    ]
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell })
    let output = ''
    const keep = (bytes) => {
      output = (output + bytes.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = setInterval(() => tick(), 500)
    child.on('error', (error) => {
      clearInterval(timer)
      reject(new CannotGoOn(`npm could not be started (${error.message}).`))
    })
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve()
      else reject(new CannotGoOn(explain(output)))
    })
  })
