/** How an author says, inside a quotation, that the emphasis is the author's; as `verdict/marks.ts` reads it. */
const NOTES: Readonly<Record<string, string>> = {
  de: '[Hervorhebung hinzugefügt]',
  es: '[énfasis añadido]',
  fr: '[italiques ajoutées]',
  it: '[corsivo mio]',
  pt: '[grifo meu]',
  ru: '[курсив мой]',
}

/** The note in a brief's language (BCP 47), in English where there is none for it. */
export const emphasisNote = (language: string | null): string =>
  NOTES[language?.split('-')[0]?.toLowerCase() ?? ''] ?? '[emphasis added]'
