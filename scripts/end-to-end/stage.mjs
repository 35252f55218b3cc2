import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { findElectron } from '../electron/find.mjs'
import { hasProgram } from '../bootstrap/system.mjs'
import { run } from '../run.mjs'
import { ROOT } from '../runtime.mjs'
import { copyTo } from './copy.mjs'
import { onDisplay } from './display.mjs'

const REPORTS = ['e2e-report-0.json', 'e2e-report-1.json', 'e2e']

const PROBE = join('scripts', 'end-to-end', 'probe.cjs')

const probes = async (electron, prefix, root, env) => {
  const [program, ...args] = [...prefix, electron, join(root, PROBE)]
  return (await run(program, args, false, env)).code === 0
}

const idOf = (what) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }))

/** Ids of the user who owns nothing; null where there is none. */
const nobody = () => {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}

/** As root, who has no sandbox: the tests run on a copy, as the user who owns nothing. Null where that does not work. */
const anotherUser = async () => {
  const user = nobody()
  if (user === null || !hasProgram('setpriv')) return null
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-e2e-'))
  chmodSync(folder, 0o755)
  const home = join(folder, 'home')
  const root = join(folder, 'verbatim')
  const stage = {
    root,
    prefix: (part) => [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      ...onDisplay(true, part),
    ],
    env: { HOME: home, TMPDIR: home, NODE_COMPILE_CACHE: join(home, 'compile'), XDG_RUNTIME_DIR: home },
    sandboxed: true,
    end: () => {
      for (const name of REPORTS.filter((each) => existsSync(join(root, 'out', each))))
        cpSync(join(root, 'out', name), join(ROOT, 'out', name), { recursive: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
  mkdirSync(root)
  copyTo(root)
  mkdirSync(home)
  for (const place of [home, join(root, 'out'), join(root, 'out', 'e2e')]) {
    mkdirSync(place, { recursive: true })
    chownSync(place, user.uid, user.gid)
  }
  const electron = findElectron().replace(ROOT, `${root}/`)
  if (await probes(electron, stage.prefix(0), root, stage.env)) return stage
  stage.end()
  return null
}

/**
 * Where and as whom the tests in the window run: `prefix` stands before each command of a part, `sandboxed` says whether the
 * system’s own sandbox holds there and is asserted, `end` brings back what the tests left.
 */
export const setStage = async () => {
  const here = {
    root: ROOT,
    prefix: (part) => onDisplay(false, part),
    env: {},
    sandboxed: true,
    end: () => undefined,
  }
  if (process.getuid?.() === 0) {
    const another = process.platform === 'linux' ? await anotherUser() : null
    if (another !== null) return another
  } else if (await probes(findElectron(), here.prefix(0), ROOT, {})) return here
  return { ...here, env: { VERBATIM_NO_SANDBOX: '1' }, sandboxed: false }
}
