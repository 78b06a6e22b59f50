-- The third schema: what meetings rest on from the notice to the sealed minutes. Never edited after its release.

CREATE TABLE notices (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT,
    "at" TEXT NOT NULL,
    "told" TEXT,
    "manner" TEXT,
    "address" TEXT,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE issues (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "number" INTEGER,
    "variant" TEXT,
    "issued_at" TEXT NOT NULL,
    "attachment" TEXT NOT NULL REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "people" TEXT,
    "others" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE paper_versions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "paper" TEXT NOT NULL REFERENCES papers(id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER NOT NULL,
    "file_name" TEXT,
    "media_type" TEXT,
    "attachment" TEXT NOT NULL REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "pages" INTEGER,
    "original" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "original_type" TEXT,
    "signed" INTEGER,
    "added_on" TEXT,
    "replaced_on" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE minutes_blocks (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "key" TEXT NOT NULL,
    "text" TEXT
) STRICT;
CREATE TABLE hint_dismissals (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "hint" TEXT NOT NULL,
    "place" TEXT,
    "words" TEXT,
    "reason" TEXT NOT NULL,
    "dismissed_on" TEXT NOT NULL
) STRICT;
CREATE TABLE minutes_versions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER NOT NULL,
    "circulated_on" TEXT NOT NULL,
    "people" TEXT,
    "others" TEXT,
    "comments_due" TEXT,
    "attachment" TEXT NOT NULL REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "annex" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE minutes_comments (
    "id" TEXT PRIMARY KEY NOT NULL,
    "version" TEXT NOT NULL REFERENCES minutes_versions(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "author" TEXT,
    "received_on" TEXT NOT NULL,
    "place" TEXT,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_on" TEXT
) STRICT;
CREATE TABLE minutes_signatures (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "capacity" TEXT,
    "signed_on" TEXT NOT NULL,
    "method" TEXT,
    "certificate" TEXT,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "after_seal" INTEGER
) STRICT;
CREATE TABLE corrections (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER,
    "made_on" TEXT NOT NULL,
    "reason" TEXT,
    "places" TEXT,
    "approved_by_consent" TEXT REFERENCES consents(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE seals (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "part" TEXT,
    "number" TEXT NOT NULL,
    "record_sha256" TEXT NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "attachment" TEXT NOT NULL REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "sealed_at" TEXT NOT NULL,
    "journal_head" TEXT NOT NULL,
    "journal_entry" INTEGER NOT NULL,
    "correction" TEXT REFERENCES corrections(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE legal_holds (
    "id" TEXT PRIMARY KEY NOT NULL,
    "matter" TEXT NOT NULL,
    "reason" TEXT,
    "people" TEXT,
    "bodies" TEXT,
    "first" TEXT,
    "last" TEXT,
    "placed_on" TEXT NOT NULL,
    "placed_by" TEXT,
    "released_on" TEXT,
    "release_reason" TEXT
) STRICT;
CREATE TABLE disposals (
    "id" TEXT PRIMARY KEY NOT NULL,
    "what" TEXT NOT NULL,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "disposed_on" TEXT NOT NULL,
    "description" TEXT,
    "count" INTEGER,
    "policy" TEXT
) STRICT;
CREATE TABLE wordings (
    "id" TEXT PRIMARY KEY NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL
) STRICT;

ALTER TABLE meetings ADD COLUMN "purpose" TEXT DEFAULT '';
ALTER TABLE meetings ADD COLUMN "caller" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE meetings ADD COLUMN "dial_in" TEXT DEFAULT '';
ALTER TABLE meetings ADD COLUMN "emergency" INTEGER DEFAULT 0;
ALTER TABLE meetings ADD COLUMN "joint_with" TEXT DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN "also_zones" TEXT DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN "continues" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE meetings ADD COLUMN "inspectors" TEXT DEFAULT '[]';
ALTER TABLE meetings ADD COLUMN "report_back" TEXT DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN "within" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agenda_items ADD COLUMN "recommendation" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agenda_items ADD COLUMN "privileged" TEXT DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN "privilege_note" TEXT DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN "chair_note" TEXT DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN "notes" TEXT DEFAULT '';
ALTER TABLE consents ADD COLUMN "title" TEXT DEFAULT '';
ALTER TABLE consents ADD COLUMN "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE consents ADD COLUMN "filed_on" TEXT;
ALTER TABLE consents ADD COLUMN "text_sha256" TEXT DEFAULT '';
ALTER TABLE consents ADD COLUMN "interested" TEXT DEFAULT '[]';
ALTER TABLE consents ADD COLUMN "interest_note" TEXT DEFAULT '';
ALTER TABLE consent_signatures ADD COLUMN "effective_at" TEXT;
ALTER TABLE consent_signatures ADD COLUMN "method" TEXT DEFAULT '';
ALTER TABLE consent_signatures ADD COLUMN "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE consent_signatures ADD COLUMN "certificate" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE motions ADD COLUMN "amends" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE motions ADD COLUMN "replacement" TEXT DEFAULT '';
ALTER TABLE motions ADD COLUMN "substitute" INTEGER DEFAULT 0;
ALTER TABLE motions ADD COLUMN "as_corrected" INTEGER DEFAULT 0;
ALTER TABLE motions ADD COLUMN "minutes_version" TEXT REFERENCES minutes_versions(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE motions ADD COLUMN "correction" TEXT REFERENCES corrections(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE motions ADD COLUMN "topic" TEXT DEFAULT '';
ALTER TABLE actions ADD COLUMN "dropped_on" TEXT;
ALTER TABLE papers ADD COLUMN "presenter" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE papers ADD COLUMN "presenter_note" TEXT DEFAULT '';
ALTER TABLE papers ADD COLUMN "version" INTEGER DEFAULT 1;
ALTER TABLE papers ADD COLUMN "original" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE papers ADD COLUMN "original_type" TEXT DEFAULT '';
ALTER TABLE papers ADD COLUMN "signed" INTEGER DEFAULT 0;
ALTER TABLE papers ADD COLUMN "attach_original" INTEGER DEFAULT 0;
ALTER TABLE matters ADD COLUMN "note" TEXT DEFAULT '';

CREATE TABLE text_places (
    "id" INTEGER PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "page" INTEGER NOT NULL,
    UNIQUE ("kind", "source", "page")
) STRICT;
CREATE VIRTUAL TABLE texts USING fts5(body, also, tokenize = 'unicode61 remove_diacritics 2');
