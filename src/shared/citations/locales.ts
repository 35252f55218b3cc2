/** The locale that a language has by default, as CSL names them. */
const DEFAULTS: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  no: 'nb-NO',
  pt: 'pt-PT',
  zh: 'zh-CN',
}

/** Of the locales there are, the one for a language: itself, its own default, any of the same language, else American English. */
export function localeFor(language: string, known: readonly string[]): string {
  const wanted = language.replace('_', '-').toLowerCase()
  const [bare = '', ...parts] = wanted.split('-')
  const isTraditional = bare === 'zh' && /^(?:hant|tw|hk|mo)$/u.test(parts[0] ?? '')
  const candidates = [
    wanted,
    ...(isTraditional ? ['zh-tw'] : []),
    DEFAULTS[bare]?.toLowerCase() ?? bare,
    bare,
  ]
  const exact = candidates.flatMap((each) => known.find((locale) => locale.toLowerCase() === each) ?? [])
  return exact[0] ?? known.find((locale) => locale.toLowerCase().startsWith(`${bare}-`)) ?? 'en-US'
}
