import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { CannotGoOn } from '../bootstrap/report.mjs'
import { hasProgram, installSystemPackages } from '../bootstrap/system.mjs'
import { NODE_PACKAGE, ROOT } from '../runtime.mjs'

const MODULES = join(ROOT, 'node_modules')
const SOURCE = join(MODULES, 'better-sqlite3')
const HEADERS = join(MODULES, NODE_PACKAGE, 'include', 'node')

/** SQLite for runtimes below Node-API 10. Outside node_modules, where it would win over the package's own binary. */
const BINARY = join(ROOT, '.native', 'better_sqlite3.electron-33.node')

/** The older Node-API gets its newer parts as experiments; the rest is as the package's own build has it. */
const ADDON_DEFINES = [
  'NAPI_EXPERIMENTAL',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
  'BUILDING_NODE_EXTENSION',
]

const sqliteDefines = () =>
  [...readFileSync(join(SOURCE, 'deps', 'defines.gypi'), 'utf8').matchAll(/'([A-Z]\w*(?:=[^']*)?)'/g)].map(
    ([, define]) => define,
  )

const compile = (compiler, args) =>
  promisify(execFile)(compiler, args, { maxBuffer: 16 * 1024 * 1024 }).catch((error) => {
    throw new CannotGoOn(
      `SQLite could not be compiled for Electron: ${String(error.stderr ?? error.message).split('\n')[0]}`,
    )
  })

const build = async (work) => {
  const defines = sqliteDefines().map((define) => `-D${define}`)
  const shared = ['-c', '-O2', '-fPIC', '-w', ...defines, `-I${join(SOURCE, 'deps', 'sqlite3')}`]
  const [sqlite, addon, result] = ['sqlite3.o', 'addon.o', 'better_sqlite3.node'].map((name) =>
    join(work, name),
  )
  const own = [
    ...ADDON_DEFINES.map((define) => `-D${define}`),
    `-I${HEADERS}`,
    `-I${join(MODULES, 'node-addon-api')}`,
  ]
  await Promise.all([
    compile('gcc', [...shared, join(SOURCE, 'deps', 'sqlite3', 'sqlite3.c'), '-o', sqlite]),
    compile('g++', [...shared, '-std=c++20', ...own, join(SOURCE, 'src', 'better_sqlite3.cpp'), '-o', addon]),
  ])
  await compile('g++', ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', addon, sqlite, '-o', result])
  return result
}

/** Compiles SQLite for the fallback runtime, once; returns what it did, in words. */
export const ensureNativeSqlite = async (progress) => {
  if (existsSync(BINARY)) return 'compiled before'
  if (!hasProgram('g++')) await installSystemPackages(['g++'])
  progress('compiling, about a minute')
  const work = mkdtempSync(join(tmpdir(), 'verbatim-sqlite-'))
  try {
    const result = await build(work)
    mkdirSync(dirname(BINARY), { recursive: true })
    copyFileSync(result, BINARY)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return 'compiled'
}
