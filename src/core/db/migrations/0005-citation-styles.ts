/*
 * Schema 5: citation styles that the user added. `name` is what a brief calls
 * the style, `csl_id` what it calls itself; the file lies in `blobs/`.
 */
export const citationStyles = {
  number: 5,
  name: 'citation-styles',
  sql: `
CREATE TABLE citation_style (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  csl_id TEXT NOT NULL,
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob(id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  device_id TEXT NOT NULL REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE INDEX citation_style_by_name ON citation_style(name);
`,
} as const
