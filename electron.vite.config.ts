import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Programs in machine code stay packages of their own; everything else is bundled. */
const NATIVE = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler']

/** They read files of their own beside their code: maps of characters, fonts, a language. */
const WITH_FILES = [/^pdfjs-dist\b/, /^tesseract\.js-core\b/, /^@tesseract\.js-data\b/]

/** CommonJS, because a sandboxed preload must be, and main on Electron 33 may be. */
const commonJs = {
  format: 'cjs',
  // What is shorter is read sooner when the app starts; names stay, so that a fault's trace can be read.
  minify: { compress: true, mangle: false, codegen: true },
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const

/** Pictures in a PDF whose formats no browser knows are decoded by scripts that the PDF's worker asks for by name. */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: { emitFile: (file: EmittedAsset) => unknown }) {
    const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({
        type: 'asset',
        fileName: `pdf-decoders/${name}`,
        source: readFileSync(join(root, 'wasm', name)),
      })
  },
}

const DICTIONARY = 'virtual:dictionary/'

/** Dictionaries as files beside the page, compressed; the server of `dev` gives them as they lie in their packages. */
const dictionaries = {
  name: 'dictionaries',
  resolveId: (id: string) => (id.startsWith(DICTIONARY) ? `\0${id}` : null),
  load(this: { emitFile: (file: NamedAsset) => string; environment?: { mode: string } }, id: string) {
    if (!id.startsWith(`\0${DICTIONARY}`)) return null
    const language = id.slice(DICTIONARY.length + 1)
    const folder = dirname(createRequire(import.meta.url).resolve(`dictionary-${language}`))
    const address = (kind: 'aff' | 'dic'): string => {
      const file = join(folder, `index.${kind}`)
      if (this.environment?.mode === 'dev')
        return JSON.stringify(`/@fs/${file.replaceAll('\\', '/').replace(/^\//, '')}`)
      const name = `${language}.${kind}.gz`
      const source = gzipSync(readFileSync(file), { level: 9 })
      return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`
    }
    return `export const aff = ${address('aff')}\nexport const dic = ${address('dic')}\n`
  },
}

interface NamedAsset {
  readonly type: 'asset'
  readonly name: string
  readonly source: Uint8Array
}

interface EmittedAsset {
  readonly type: 'asset'
  readonly fileName: string
  readonly source: Uint8Array
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/app/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          core: 'src/main/core-process/index.ts',
          parser: 'src/main/parser-process/index.ts',
          typesetter: 'src/core/export/typesetter/entry.ts',
        },
        external: [...NATIVE, ...WITH_FILES],
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/app/preload',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: { input: { index: 'src/preload/index.ts' }, external: ['electron'], output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    // The server of `dev` knows these plug-ins alone, the build has those of workers apart.
    plugins: [react(), pdfDecoders, dictionaries],
    worker: { format: 'es', plugins: () => [dictionaries] },
    // It finds its program beside its own code.
    optimizeDeps: { exclude: ['hunspell-wasm'] },
    // For pages this package reads names of characters by innerHTML, which is not used here; this one has a table.
    resolve: {
      alias: {
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    build: {
      outDir: 'out/app/renderer',
      minify: true,
      // Fonts and pictures stay files: the page's policy knows no data: fonts.
      assetsInlineLimit: 0,
      // Absolute, because the server of `dev` seeks it below `root`.
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})
