/*
 * Schema 3: when exactly a source appeared, when it was changed and when an
 * archive captured it.
 */
export const momentsAndStories = {
  number: 3,
  name: 'moments-and-stories',
  sql: `
ALTER TABLE source ADD COLUMN published_at TEXT;
ALTER TABLE source ADD COLUMN modified TEXT;
ALTER TABLE source ADD COLUMN archived_at TEXT;
`,
} as const
