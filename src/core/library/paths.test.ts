import { describe, expect, it } from 'vitest'
import { defaultLibrary } from './paths.ts'

describe('the library that is meant when none is named', () => {
  it.each([
    [{ VERBATIM_LIBRARY: '/x/Mine.verbatim', XDG_DATA_HOME: '/data' }, 'linux', '/x/Mine.verbatim'],
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/verbatim/Library.verbatim'],
    [{ XDG_DATA_HOME: 'relative' }, 'linux', '/home/ada/.local/share/verbatim/Library.verbatim'],
    [{}, 'linux', '/home/ada/.local/share/verbatim/Library.verbatim'],
    [{}, 'darwin', '/home/ada/Library/Application Support/verbatim/Library.verbatim'],
    [{ APPDATA: '/roaming' }, 'win32', '/roaming/verbatim/Library.verbatim'],
  ] as const)('is, by %j on %s, %s', (environment, platform, path) => {
    expect(defaultLibrary(environment, platform, '/home/ada')).toBe(path)
  })
})
