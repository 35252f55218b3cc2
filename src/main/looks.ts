import { askCore } from './ask-core.ts'
import type { CoreHost } from './core-host.ts'
import type { AskLook } from './page.ts'

/** Fetches saved pages from whichever core is running. */
export function looksFrom(core: CoreHost): AskLook {
  return async (source, version) => {
    try {
      const { file } = await askCore(core, (client) => client.sources.look({ source, version }))
      return Buffer.from(await file.arrayBuffer()).toString('utf8')
    } catch (error) {
      return page(error instanceof Error ? error.message : String(error))
    }
  }
}

/** The core's own sentence, alone in the frame. */
const page = (sentence: string): string =>
  `<!doctype html><meta name="color-scheme" content="light dark"><title>Verbatim</title><p style="font: 15px system-ui; margin: 3em">${sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`
