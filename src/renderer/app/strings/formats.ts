const NAMES: Readonly<Record<string, string>> = { text: 'TXT', markdown: 'MD' }

/** An importer's format as it is written on files: `TXT`, `MD`, `HTML`. */
export const formatName = (format: string): string => NAMES[format] ?? format.toUpperCase()
