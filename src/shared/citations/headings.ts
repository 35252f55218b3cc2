/** What stands above a bibliography, by the brief's language. */
const HEADINGS: Readonly<Record<string, string>> = {
  ar: 'المراجع',
  az: 'Ədəbiyyat',
  de: 'Literaturverzeichnis',
  en: 'Bibliography',
  es: 'Bibliografía',
  fa: 'منابع',
  fr: 'Bibliographie',
  he: 'ביבליוגרפיה',
  hy: 'Գրականություն',
  it: 'Bibliografia',
  ja: '参考文献',
  ka: 'ბიბლიოგრაფია',
  ko: '참고 문헌',
  nl: 'Literatuur',
  pl: 'Bibliografia',
  pt: 'Bibliografia',
  ru: 'Библиография',
  tr: 'Kaynakça',
  uk: 'Бібліографія',
  ur: 'کتابیات',
  zh: '参考文献',
}

export const bibliographyHeading = (language: string | null): string =>
  HEADINGS[language?.split('-')[0]?.toLowerCase() ?? 'en'] ?? 'Bibliography'
