/*
 * Schema 5: citation styles that the user added, and citekeys that sources had
 * before. `name` is what a brief calls the style, `csl_id` what it calls itself;
 * the file lies in `blobs/`. Earlier changes of citekeys stand in the custody log.
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
CREATE TABLE source_citekey (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  citekey TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  device_id TEXT NOT NULL REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE INDEX source_citekey_by_citekey ON source_citekey(citekey);
INSERT INTO source_citekey (id, source_id, citekey, created_at, updated_at, device_id)
SELECT 'row_' || lower(hex(randomblob(16))), source_id, json_extract(detail, '$.changes.citekey.from'),
  created_at, updated_at, device_id
FROM custody WHERE kind = 'edit' AND source_id IS NOT NULL AND json_valid(detail)
  AND json_type(detail, '$.changes.citekey.from') = 'text';
`,
} as const
