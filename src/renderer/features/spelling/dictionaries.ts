/** Hunspell's two files: the rules of a language's endings, and its words. */
interface Dictionary {
  readonly aff: string
  readonly dic: string
}

const LOADERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  de: () => import('virtual:dictionary/de'),
  en: () => import('virtual:dictionary/en'),
  es: () => import('virtual:dictionary/es'),
  fr: () => import('virtual:dictionary/fr'),
  ru: () => import('virtual:dictionary/ru'),
}

export const loaderFor = (language: string): (() => Promise<Dictionary>) | null => LOADERS[language] ?? null
