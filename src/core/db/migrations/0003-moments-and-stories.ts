/*
 * Schema 3: when exactly a source appeared, when it was changed and when an
 * archive captured it; and stories: sources whose texts are copies of one
 * report. `story_said` is what a person says of two sources; the other tables
 * follow from the texts. Those of sources that are there already wait in
 * `story_pending`, a few of which each later write takes up.
 */

const STAMPS = `
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  device_id TEXT NOT NULL REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED`

const MOMENTS = `
ALTER TABLE source ADD COLUMN published_at TEXT;
ALTER TABLE source ADD COLUMN modified TEXT;
ALTER TABLE source ADD COLUMN archived_at TEXT;
`

const STORIES = `
CREATE TABLE story_said (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  other_id TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  same INTEGER NOT NULL, ${STAMPS}) STRICT;
CREATE INDEX story_said_by_source ON story_said(source_id);
CREATE INDEX story_said_by_other ON story_said(other_id);
CREATE TABLE story_signature (
  id INTEGER PRIMARY KEY, source_id TEXT NOT NULL, text_sha256 TEXT NOT NULL, signature TEXT) STRICT;
CREATE UNIQUE INDEX story_signature_by_source ON story_signature(source_id);
CREATE TABLE story_band (
  band_key INTEGER NOT NULL, signature_id INTEGER NOT NULL, PRIMARY KEY (band_key, signature_id)) STRICT, WITHOUT ROWID;
CREATE TABLE story_link (
  source_id TEXT NOT NULL, other_id TEXT NOT NULL, likeness REAL NOT NULL, PRIMARY KEY (source_id, other_id)) STRICT, WITHOUT ROWID;
CREATE INDEX story_link_by_other ON story_link(other_id);
CREATE TABLE story_member (source_id TEXT PRIMARY KEY NOT NULL, story_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX story_member_by_story ON story_member(story_id);
CREATE TABLE story_pending (source_id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO story_pending SELECT DISTINCT source_id FROM version WHERE deleted_at IS NULL;
`

export const momentsAndStories = {
  number: 3,
  name: 'moments-and-stories',
  sql: MOMENTS + STORIES,
} as const
