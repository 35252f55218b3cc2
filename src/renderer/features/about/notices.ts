import { t } from '../../app/strings/catalogue.ts'

/** A work of others that this program comes with; NOTICE.md tells the same. */
export interface Notice {
  readonly name: string
  readonly what: string
  readonly by: string
  readonly licence: string
  readonly address: string | null
  /** The words of its licence, read when they are asked for; all are part of the app, nothing is fetched. */
  readonly texts: readonly (() => Promise<string>)[]
}

type Loads = Readonly<Record<string, () => Promise<string>>>

const FONTS: Loads = import.meta.glob<string>('../../../../resources/fonts/OFL-*.txt', {
  query: '?raw',
  import: 'default',
})
const DICTIONARIES = [
  titled('dictionary-de', () => import('../../../../node_modules/dictionary-de/license?raw')),
  titled('dictionary-en', () => import('../../../../node_modules/dictionary-en/license?raw')),
  titled('dictionary-es', () => import('../../../../node_modules/dictionary-es/license?raw')),
  titled('dictionary-fr', () => import('../../../../node_modules/dictionary-fr/license?raw')),
  titled('dictionary-ru', () => import('../../../../node_modules/dictionary-ru/license?raw')),
]

const { works } = t.about

/** Verbatim's own licence. */
export const ownLicence = async (): Promise<string> => (await import('../../../../LICENSE?raw')).default

export async function version(): Promise<string> {
  const { default: manifest } = await import('../../../../package.json?raw')
  return /"version":\s*"([^"]+)"/u.exec(manifest)?.[1] ?? ''
}

export const NOTICES: readonly Notice[] = [
  {
    name: 'citeproc-js',
    ...works.citeproc,
    licence: 'Common Public Attribution License 1.0 (CPAL-1.0), https://opensource.org/license/cpal-1-0',
    address: 'https://github.com/Juris-M/citeproc-js',
    texts: [async () => (await import('../../../../node_modules/citeproc/LICENSE?raw')).default],
  },
  {
    name: t.about.styles,
    ...works.styles,
    licence: 'CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/',
    address: 'https://citationstyles.org',
    texts: [],
  },
  {
    name: t.about.fonts,
    ...works.fonts,
    licence: 'SIL Open Font License 1.1',
    address: null,
    texts: Object.entries(FONTS).map(([path, load]) =>
      titled(/OFL-(.+)\.txt$/u.exec(path)?.[1] ?? '', async () => ({ default: await load() })),
    ),
  },
  {
    name: t.about.dictionaries,
    ...works.dictionaries,
    licence: 'MIT and BSD (English), MPL 2.0 (French), MPL 1.1 (Spanish), BSD (Russian), GPL 2 or 3 (German)',
    address: null,
    texts: DICTIONARIES,
  },
]

/** Which of several works a licence is of, above its words. */
function titled(name: string, load: () => Promise<{ readonly default: string }>): () => Promise<string> {
  return async () => `${name}\n\n${(await load()).default}`
}
