import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CodePointRange } from './font-cmap.ts'
import { directoryLength, findTable, inRanges, readCmap } from './font-cmap.ts'
import { withPrivateName } from './font-name.ts'

/** A bundled font family: its files in the folder of fonts, the regular one first. */
interface Family {
  readonly name: string
  readonly files: readonly string[]
}

/** In the order in which they are tried for a character (resources/fonts/README.md). */
export const FAMILIES = [
  {
    name: 'Source Serif 4',
    files: [
      'SourceSerif4_400Regular.ttf',
      'SourceSerif4_400Regular_Italic.ttf',
      'SourceSerif4_600SemiBold.ttf',
      'SourceSerif4_600SemiBold_Italic.ttf',
    ],
  },
  { name: 'Noto Serif', files: ['NotoSerif_400Regular.ttf'] },
  { name: 'Amiri', files: ['Amiri_400Regular.ttf', 'Amiri_700Bold.ttf'] },
  { name: 'Noto Serif Hebrew', files: ['NotoSerifHebrew_400Regular.ttf', 'NotoSerifHebrew_700Bold.ttf'] },
  { name: 'Noto Sans Armenian', files: ['NotoSansArmenian_400Regular.ttf', 'NotoSansArmenian_700Bold.ttf'] },
  { name: 'Noto Sans Georgian', files: ['NotoSansGeorgian_400Regular.ttf', 'NotoSansGeorgian_700Bold.ttf'] },
  {
    name: 'Noto Serif Devanagari',
    files: ['NotoSerifDevanagari_400Regular.ttf', 'NotoSerifDevanagari_700Bold.ttf'],
  },
  { name: 'Noto Sans SC', files: ['NotoSansSC_400Regular.ttf'] },
  { name: 'Noto Sans JP', files: ['NotoSansJP_400Regular.ttf'] },
  { name: 'NanumMyeongjo', files: ['NanumMyeongjo_400Regular.ttf'] },
  { name: 'Noto Emoji', files: ['NotoEmoji_400Regular.ttf'] },
  { name: 'Source Code Pro', files: ['SourceCodePro_400Regular.ttf', 'SourceCodePro_700Bold.ttf'] },
] as const satisfies readonly Family[]

export type FamilyName = (typeof FAMILIES)[number]['name']

/** What each bundled family can draw. */
export type Coverage = ReadonlyMap<FamilyName, readonly CodePointRange[]>

const coverages = new Map<string, Promise<Coverage>>()

/** Reads which characters the fonts of a folder can draw: their `cmap` tables only, once per folder. */
export async function readCoverage(folder: string): Promise<Coverage> {
  const known = coverages.get(folder)
  if (known !== undefined) return known
  const reading = readAll(folder)
  coverages.set(folder, reading)
  reading.catch(() => coverages.delete(folder))
  return reading
}

async function readAll(folder: string): Promise<Coverage> {
  return new Map(
    await Promise.all(
      FAMILIES.map(async ({ name, files }) => [name, await readRanges(join(folder, files[0]))] as const),
    ),
  )
}

/** The files of some families, each under the name that no installed font has. */
export async function readFonts(folder: string, families: ReadonlySet<FamilyName>): Promise<Buffer[]> {
  const wanted = FAMILIES.filter(({ name }) => families.has(name))
  return Promise.all(
    wanted.flatMap(({ files }) =>
      files.map(async (file) => withPrivateName(await readFile(join(folder, file)))),
    ),
  )
}

/** Whether a family draws a code point. */
export const draws = (coverage: Coverage, family: FamilyName, codePoint: number): boolean =>
  inRanges(coverage.get(family) ?? [], codePoint)

async function readRanges(path: string): Promise<readonly CodePointRange[]> {
  const file = await open(path)
  try {
    const part = async (offset: number, length: number): Promise<DataView> => {
      const bytes = new Uint8Array(length)
      await file.read(bytes, 0, length, offset)
      return new DataView(bytes.buffer)
    }
    const directory = await part(0, directoryLength(await part(0, 12)))
    const cmap = findTable(directory, 'cmap')
    return cmap === null ? [] : readCmap(await part(cmap.offset, cmap.length))
  } finally {
    await file.close()
  }
}
