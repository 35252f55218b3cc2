/*
 * Schema 1. Every row that can travel carries its times and its device; no
 * UNIQUE but the id; references between rows are checked at the end of the
 * transaction. The FTS5 tables are contentless: they hold text that the
 * application folded (src/shared/search/fold.ts), cut at single spaces, which
 * is why the `ascii` tokeniser, which keeps every other code point, serves.
 */

const ROW = `
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  device_id TEXT NOT NULL REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED`

const ref = (table: string): string => `REFERENCES ${table}(id) DEFERRABLE INITIALLY DEFERRED`

const SOURCES = `
CREATE TABLE library (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE TABLE device (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  citekey TEXT NOT NULL,
  title TEXT NOT NULL,
  publication TEXT,
  published TEXT,
  url TEXT,
  language TEXT,
  type TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX source_by_citekey ON source(citekey);
CREATE INDEX source_by_url ON source(url);
CREATE TABLE source_author (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL ${ref('source')},
  position INTEGER NOT NULL,
  name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX source_author_by_source ON source_author(source_id);
CREATE TABLE source_tag (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL ${ref('source')},
  name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX source_tag_by_source ON source_tag(source_id);
CREATE TABLE source_edited (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL ${ref('source')},
  field TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX source_edited_by_source ON source_edited(source_id);
`

const VERSIONS = `
CREATE TABLE document (id TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL, ${ROW}) STRICT;
CREATE TABLE text (id TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL, ${ROW}) STRICT;
CREATE TABLE blob (
  id TEXT PRIMARY KEY NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT, ${ROW}) STRICT;
CREATE TABLE version (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL ${ref('source')},
  original_sha256 TEXT NOT NULL ${ref('blob')},
  importer TEXT NOT NULL,
  importer_version INTEGER NOT NULL,
  options TEXT NOT NULL,
  encoding TEXT,
  path TEXT,
  url TEXT,
  document_sha256 TEXT NOT NULL ${ref('document')},
  text_sha256 TEXT NOT NULL ${ref('text')},
  text_version INTEGER NOT NULL,
  words INTEGER NOT NULL,
  imported_at TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX version_by_source ON version(source_id, imported_at, id);
CREATE INDEX version_by_original ON version(original_sha256);
CREATE INDEX version_by_path ON version(path);
CREATE INDEX version_by_url ON version(url);
CREATE TABLE version_image (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL ${ref('version')},
  sha256 TEXT NOT NULL ${ref('blob')}, ${ROW}) STRICT;
CREATE INDEX version_image_by_version ON version_image(version_id);
`

const ANNOTATIONS = `
CREATE TABLE actor (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX actor_by_name ON actor(name);
CREATE TABLE actor_alias (
  id TEXT PRIMARY KEY NOT NULL, actor_id TEXT NOT NULL ${ref('actor')}, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX actor_alias_by_actor ON actor_alias(actor_id);
CREATE INDEX actor_alias_by_name ON actor_alias(name);
CREATE TABLE actor_role (
  id TEXT PRIMARY KEY NOT NULL, actor_id TEXT NOT NULL ${ref('actor')}, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX actor_role_by_actor ON actor_role(actor_id);
CREATE TABLE topic (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX topic_by_name ON topic(name);
CREATE TABLE annotation (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL ${ref('source')},
  colour TEXT NOT NULL,
  comment TEXT, ${ROW}) STRICT;
CREATE INDEX annotation_by_source ON annotation(source_id);
CREATE TABLE annotation_tag (
  id TEXT PRIMARY KEY NOT NULL,
  annotation_id TEXT NOT NULL ${ref('annotation')},
  name TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX annotation_tag_by_annotation ON annotation_tag(annotation_id);
CREATE TABLE anchor (
  id TEXT PRIMARY KEY NOT NULL,
  annotation_id TEXT NOT NULL ${ref('annotation')},
  version_id TEXT NOT NULL ${ref('version')},
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX anchor_by_annotation ON anchor(annotation_id, id);
CREATE TABLE anchor_segment (
  id TEXT PRIMARY KEY NOT NULL,
  anchor_id TEXT NOT NULL ${ref('anchor')},
  position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL, ${ROW}) STRICT;
CREATE INDEX anchor_segment_by_anchor ON anchor_segment(anchor_id, position);
CREATE TABLE attribution (
  id TEXT PRIMARY KEY NOT NULL,
  annotation_id TEXT NOT NULL ${ref('annotation')},
  actor_id TEXT ${ref('actor')},
  role TEXT,
  stance TEXT,
  topic_id TEXT ${ref('topic')},
  date TEXT,
  place TEXT,
  language TEXT,
  quoted_by TEXT ${ref('actor')}, ${ROW}) STRICT;
CREATE INDEX attribution_by_annotation ON attribution(annotation_id);
`

const BRIEFS = `
CREATE TABLE brief (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  language TEXT,
  citation_style TEXT,
  format INTEGER NOT NULL,
  content TEXT NOT NULL, ${ROW}) STRICT;
CREATE TABLE brief_revision (
  id TEXT PRIMARY KEY NOT NULL,
  brief_id TEXT NOT NULL ${ref('brief')},
  title TEXT NOT NULL,
  language TEXT,
  citation_style TEXT,
  format INTEGER NOT NULL,
  content TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX brief_revision_by_brief ON brief_revision(brief_id, id);
CREATE TABLE custody (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  source_id TEXT ${ref('source')},
  version_id TEXT ${ref('version')},
  who TEXT NOT NULL,
  sha256 TEXT,
  detail TEXT NOT NULL, ${ROW}) STRICT;
CREATE INDEX custody_by_source ON custody(source_id);
`

const DEVICE_TABLES = `
CREATE TABLE action (
  id TEXT PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,
  undone_at TEXT, ${ROW}) STRICT;
CREATE INDEX action_by_seq ON action(seq);
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL) STRICT;
`

const DERIVED = `
CREATE TABLE anchoring (
  annotation_id TEXT PRIMARY KEY NOT NULL, version_id TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE brief_quote (
  id INTEGER PRIMARY KEY,
  brief_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  annotation_id TEXT NOT NULL,
  anchor_id TEXT) STRICT;
CREATE INDEX brief_quote_by_brief ON brief_quote(brief_id, position);
CREATE INDEX brief_quote_by_annotation ON brief_quote(annotation_id);
CREATE TABLE brief_digest (
  brief_id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  quotes INTEGER NOT NULL,
  citations INTEGER NOT NULL) STRICT;
CREATE TABLE search_entry (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, owner_id TEXT NOT NULL) STRICT;
CREATE INDEX search_entry_by_owner ON search_entry(owner_id, kind);
CREATE VIRTUAL TABLE version_index USING fts5(
  title, body, extra, about, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE version_term USING fts5vocab(version_index, row);
CREATE VIRTUAL TABLE annotation_index USING fts5(
  exact, comment, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE brief_index USING fts5(
  title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
`

/** What an insert-only table may not have changed: everything but its tombstone. */
const FROZEN: Readonly<Record<string, string>> = {
  version:
    'source_id, original_sha256, importer, importer_version, options, encoding, path, url, document_sha256, text_sha256, text_version, words, imported_at',
  version_image: 'version_id, sha256',
  document: 'content',
  text: 'content',
  anchor: 'annotation_id, version_id, exact, prefix, suffix',
  anchor_segment: 'anchor_id, position, start_offset, end_offset',
  brief_revision: 'brief_id, title, language, citation_style, format, content',
  custody: 'kind, source_id, version_id, who, sha256, detail, deleted_at',
}

/** The guards of insert-only rows. A migration that rebuilds one of these tables makes them anew. */
export const TRIGGERS = Object.entries(FROZEN)
  .map(
    ([table, columns]) => `
DROP TRIGGER IF EXISTS ${table}_is_never_changed;
CREATE TRIGGER ${table}_is_never_changed BEFORE UPDATE OF id, created_at, ${columns} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is insert-only'); END;
DROP TRIGGER IF EXISTS ${table}_is_never_deleted;
CREATE TRIGGER ${table}_is_never_deleted BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is insert-only'); END;`,
  )
  .join('\n')

export const first = {
  number: 1,
  name: 'first',
  sql: SOURCES + VERSIONS + ANNOTATIONS + BRIEFS + DEVICE_TABLES + DERIVED,
} as const
