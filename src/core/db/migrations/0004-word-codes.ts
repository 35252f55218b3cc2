/*
 * Schema 4: the words of each text as short codes, by which the places that are
 * like an altered quotation are found in a whole library (`word-codes.ts`).
 * Those of texts that are there already are made on the way.
 */

export const wordCodes = {
  number: 4,
  name: 'word-codes',
  sql: `
CREATE TABLE text_words (
  text_sha256 TEXT PRIMARY KEY NOT NULL, rules INTEGER NOT NULL, codes BLOB NOT NULL) STRICT;
`,
} as const
