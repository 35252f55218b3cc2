import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { fileName } from '../shared/file-name.ts'
import type { Grant, TargetFormat } from '../shared/contract/shell.ts'
import type { GrantDesk } from './grants.ts'

/* The system's dialogs, in which the user grants the page what it may have read or written. */

/** Null for a folder. */
const ENDINGS: Readonly<Record<TargetFormat, string | null>> = {
  md: 'md',
  verbatim: 'md',
  pandoc: 'md',
  obsidian: 'md',
  pdf: 'pdf',
  html: 'html',
  docx: 'docx',
  evidence: 'zip',
  jsonld: 'jsonld',
  csv: 'csv',
  bibtex: 'bib',
  biblatex: 'bib',
  ris: 'ris',
  'csl-json': 'json',
  folder: null,
  txt: 'txt',
  key: 'key',
  library: 'verbatim',
}

export async function chooseSources(
  grants: GrantDesk,
  window: BrowserWindow,
  folder: boolean,
): Promise<{ chosen: Grant[] }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: [folder ? 'openDirectory' : 'openFile', 'multiSelections'],
  })
  return { chosen: filePaths.map((path) => grants.give(path)) }
}

export const STYLES: FileFilter = { name: 'CSL', extensions: ['csl'] }
export const KEYS: FileFilter = { name: 'KEY', extensions: ['key', 'pem'] }
export const ANY: FileFilter = { name: '*', extensions: ['*'] }

export async function chooseFile(
  grants: GrantDesk,
  window: BrowserWindow,
  filters: FileFilter[],
): Promise<{ chosen: Grant | null }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters,
  })
  const [path] = filePaths
  return { chosen: path === undefined ? null : grants.give(path) }
}

export async function chooseTarget(
  grants: GrantDesk,
  window: BrowserWindow,
  name: string,
  format: TargetFormat,
): Promise<{ chosen: Grant | null }> {
  const ending = ENDINGS[format]
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: ending === null ? nameFor(name) : `${nameFor(name)}.${ending}`,
    filters: ending === null ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
  })
  return { chosen: filePath === '' ? null : grants.give(filePath) }
}

export async function chooseTargets(
  grants: GrantDesk,
  window: BrowserWindow,
  name: string,
  formats: readonly TargetFormat[],
): Promise<{ chosen: Grant[] }> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (folder === undefined) return { chosen: [] }
  const paths = namesOf(name, formats).map((file) => join(folder, file))
  const there = paths.filter((path) => existsSync(path)).map((path) => basename(path))
  if (there.length > 0 && !(await mayReplace(window, there))) return { chosen: [] }
  return { chosen: paths.map((path) => grants.give(path)) }
}

/** Several formats with one ending are told apart by their names: `Brief.md`, `Brief (pandoc).md`. */
function namesOf(name: string, formats: readonly TargetFormat[]): readonly string[] {
  const title = nameFor(name)
  return formats.map((format, at) => {
    const ending = ENDINGS[format]
    const isTaken = formats.slice(0, at).some((before) => ENDINGS[before] === ending)
    return isTaken ? `${title} (${format}).${ending}` : `${title}.${ending}`
  })
}

async function mayReplace(window: BrowserWindow, names: readonly string[]): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      names.length === 1
        ? `“${names[0] ?? ''}” is there already.`
        : 'Files of these names are there already.',
    detail: names.join('\n'),
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

const nameFor = (title: string): string => fileName(title, 'Verbatim')

export async function chooseExported(
  grants: GrantDesk,
  window: BrowserWindow,
): Promise<{ chosen: Grant | null }> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
  const [path] = filePaths
  return { chosen: path === undefined ? null : grants.give(path) }
}
