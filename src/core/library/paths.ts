import { join } from 'node:path'

/** Where the parts of a library lie in its folder. */
export interface LibraryPaths {
  readonly folder: string
  readonly database: string
  readonly blobs: string
  readonly backups: string
}

export const libraryPaths = (folder: string): LibraryPaths => ({
  folder,
  database: join(folder, 'library.db'),
  blobs: join(folder, 'blobs'),
  backups: join(folder, 'backups'),
})

type Environment = Readonly<Record<string, string | undefined>>

/** The library that is meant when none is named: `$VERBATIM_LIBRARY`, else one in the user's data folder. */
export function defaultLibrary(environment: Environment, platform: string, home: string): string {
  const named = environment['VERBATIM_LIBRARY']
  return named ? named : join(userData(environment, platform, home), 'Library.verbatim')
}

/** The program's folder in the user's data folder, by each system's custom. */
export function userData(environment: Environment, platform: string, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'verbatim')
  if (platform === 'win32')
    return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'verbatim')
  const named = environment['XDG_DATA_HOME']
  return join(named?.startsWith('/') ? named : join(home, '.local', 'share'), 'verbatim')
}
