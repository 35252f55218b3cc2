/*
 * Schema 2: a source's DOI, by which the entries of a bibliography find it.
 * In lower case, `10.…`; null where none is known.
 */
export const doi = {
  number: 2,
  name: 'doi',
  sql: `
ALTER TABLE source ADD COLUMN doi TEXT;
CREATE INDEX source_by_doi ON source(doi);
`,
} as const
