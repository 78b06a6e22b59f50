-- The fourth schema: plans, copies and supplements of packets, and the document room. Never edited after its release.

CREATE TABLE packet_plans (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "sheet" TEXT,
    "dividers" INTEGER,
    "watermark" INTEGER,
    "encrypted" INTEGER,
    "due" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE packet_parts (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "position" INTEGER,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "register" TEXT,
    "title" TEXT,
    "included" INTEGER,
    "divider" INTEGER,
    "confidential" INTEGER,
    "bodies" TEXT
) STRICT;
CREATE TABLE packet_templates (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "sheet" TEXT,
    "dividers" INTEGER,
    "watermark" INTEGER,
    "parts" TEXT
) STRICT;
CREATE TABLE cover_memos (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT NOT NULL REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "author" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "ask" TEXT,
    "background" TEXT,
    "options" TEXT,
    "risk" TEXT,
    "recommendation" TEXT
) STRICT;
CREATE TABLE packet_copies (
    "id" TEXT PRIMARY KEY NOT NULL,
    "issue" TEXT NOT NULL REFERENCES issues(id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER NOT NULL,
    "variant" TEXT,
    "body" TEXT,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "recipient" TEXT,
    "sha256" TEXT,
    "pages" INTEGER,
    "withheld" TEXT,
    "watermark" INTEGER,
    "encrypted" INTEGER,
    "given_at" TEXT,
    "manner" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE annotated_copies (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "issue" TEXT REFERENCES issues(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "returned_on" TEXT NOT NULL,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "file_name" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE expected_papers (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER,
    "title" TEXT NOT NULL,
    "presenter" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "presenter_note" TEXT,
    "due" TEXT,
    "pages" INTEGER,
    "paper" TEXT REFERENCES papers(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE signing_authorities (
    "id" TEXT PRIMARY KEY NOT NULL,
    "matter" TEXT NOT NULL,
    "text" TEXT,
    "role" TEXT,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "up_to_cents" INTEGER,
    "joint_role" TEXT,
    "joint_person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE productions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "demanded_by" TEXT,
    "received_on" TEXT,
    "purpose" TEXT,
    "kinds" TEXT,
    "bodies" TEXT,
    "first" TEXT,
    "last" TEXT,
    "prefix" TEXT,
    "first_number" INTEGER,
    "produced_on" TEXT,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "log" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "pages" INTEGER,
    "note" TEXT
) STRICT;
CREATE TABLE production_rulings (
    "id" TEXT PRIMARY KEY NOT NULL,
    "production" TEXT NOT NULL REFERENCES productions(id) DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT NOT NULL,
    "ruling" TEXT,
    "ground" TEXT,
    "described" TEXT,
    "pages" TEXT,
    "passages" TEXT,
    "note" TEXT
) STRICT;

ALTER TABLE issues ADD COLUMN "book" TEXT;
ALTER TABLE issues ADD COLUMN "body" TEXT;
ALTER TABLE issues ADD COLUMN "base" TEXT REFERENCES issues(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE issues ADD COLUMN "pages" INTEGER;
ALTER TABLE issues ADD COLUMN "laid" TEXT DEFAULT '[]';
ALTER TABLE papers ADD COLUMN "privileged" INTEGER DEFAULT 0;
ALTER TABLE papers ADD COLUMN "withheld" TEXT DEFAULT '[]';
ALTER TABLE documents ADD COLUMN "file_name" TEXT DEFAULT '';
ALTER TABLE documents ADD COLUMN "media_type" TEXT DEFAULT 'application/pdf';
ALTER TABLE documents ADD COLUMN "rendition" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE documents ADD COLUMN "review_due" TEXT;
ALTER TABLE documents ADD COLUMN "supersedes" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE documents ADD COLUMN "privileged" INTEGER DEFAULT 0;
