import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Raster } from './raster.ts'
import { grayMap } from './raster.ts'

/** A word that was recognised, with its box in pixels and how sure the engine is, from 0 to 100. */
export interface Recognised {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly confidence: number
  /** Of the line that it stands on. */
  readonly lineTop: number
  readonly lineHeight: number
}

/** Reads pictures of pages, without network and without threads. */
export interface Recogniser {
  readonly read: (raster: Raster) => readonly Recognised[]
  readonly close: () => void
}

interface Engine {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void }
  readonly TessBaseAPI: new () => Api
}

interface Api {
  readonly Init: (folder: string, language: string, mode: number) => number
  readonly SetPageSegMode: (mode: number) => void
  readonly SetImageFile: (angle: number, upscale: number) => number
  readonly SetVariable: (name: string, value: string) => void
  readonly Recognize: (monitor: null) => number
  readonly GetTSVText: (page: number) => string
  readonly End: () => void
}

const NEURAL = 1
const AUTOMATIC = 3
export const LANGUAGE = 'eng'

/** Null where the engine or its language is not installed. */
export async function openRecogniser(): Promise<Recogniser | null> {
  const engine = await loadEngine()
  if (engine === null) return null
  const api = new engine.TessBaseAPI()
  if (api.Init('/', LANGUAGE, NEURAL) !== 0) return null
  api.SetPageSegMode(AUTOMATIC)
  return {
    read: (raster) => {
      engine.FS.writeFile('/input', grayMap(raster))
      api.SetVariable('user_defined_dpi', String(Math.round(raster.scale * 72)))
      if (api.SetImageFile(1, 0) !== 0 || api.Recognize(null) !== 0) return []
      return wordsIn(api.GetTSVText(0))
    },
    close: () => api.End(),
  }
}

async function loadEngine(): Promise<Engine | null> {
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(require.resolve('tesseract.js-core/package.json'))
    const load = require('tesseract.js-core/tesseract-core-simd-lstm.js') as (
      options: object,
    ) => Promise<Engine>
    const engine = await load({
      wasmBinary: readFileSync(join(folder, 'tesseract-core-simd-lstm.wasm')),
      print: () => undefined,
      printErr: () => undefined,
    })
    const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
    const packed = readFileSync(join(data, '4.0.0_best_int', `${LANGUAGE}.traineddata.gz`))
    engine.FS.writeFile(`/${LANGUAGE}.traineddata`, gunzipSync(packed))
    return engine
  } catch {
    // Not installed, or this machine cannot run it: the caller says that no text was recognised.
    return null
  }
}

/** The engine's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsIn(table: string): Recognised[] {
  const words: Recognised[] = []
  let lineTop = 0
  let lineHeight = 0
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level = 0, , , , , , left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.map(Number)
    if (level === 4) [lineTop, lineHeight] = [top, height]
    const text = (cells[11] ?? '').trim()
    if (level === 5 && text !== '')
      words.push({ text, left, top, width, height, confidence, lineTop, lineHeight })
  }
  return words
}
