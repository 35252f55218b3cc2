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

/** What stands above a table of contents, by the brief's language. */
const CONTENTS: Readonly<Record<string, string>> = {
  ar: 'المحتويات',
  az: 'Mündəricat',
  de: 'Inhalt',
  en: 'Contents',
  es: 'Índice',
  fa: 'فهرست',
  fr: 'Table des matières',
  he: 'תוכן העניינים',
  hy: 'Բովանդակություն',
  it: 'Indice',
  ja: '目次',
  ka: 'სარჩევი',
  ko: '목차',
  nl: 'Inhoud',
  pl: 'Spis treści',
  pt: 'Índice',
  ru: 'Содержание',
  tr: 'İçindekiler',
  uk: 'Зміст',
  ur: 'فہرست',
  zh: '目录',
}

/** What stands above the notes where they stand together. */
const NOTES: Readonly<Record<string, string>> = {
  ar: 'الحواشي',
  az: 'Qeydlər',
  de: 'Anmerkungen',
  en: 'Notes',
  es: 'Notas',
  fa: 'یادداشت‌ها',
  fr: 'Notes',
  he: 'הערות',
  hy: 'Ծանոթագրություններ',
  it: 'Note',
  ja: '注',
  ka: 'შენიშვნები',
  ko: '주',
  nl: 'Noten',
  pl: 'Przypisy',
  pt: 'Notas',
  ru: 'Примечания',
  tr: 'Notlar',
  uk: 'Примітки',
  ur: 'حواشی',
  zh: '注释',
}

const named = (headings: Readonly<Record<string, string>>, language: string | null): string | undefined =>
  headings[language?.split('-')[0]?.toLowerCase() ?? 'en']

export const contentsHeading = (language: string | null): string => named(CONTENTS, language) ?? 'Contents'

export const bibliographyHeading = (language: string | null): string =>
  named(HEADINGS, language) ?? 'Bibliography'

export const notesHeading = (language: string | null): string => named(NOTES, language) ?? 'Notes'
