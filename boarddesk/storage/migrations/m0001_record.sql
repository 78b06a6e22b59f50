-- The first schema: attachments, the record, the journal, drafts. Never edited after its release.

CREATE TABLE attachments (
    sha256 TEXT PRIMARY KEY NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL
) STRICT;
CREATE TABLE attachment_chunks (
    sha256 TEXT NOT NULL REFERENCES attachments(sha256) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE company (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "state" TEXT,
    "exchange" TEXT,
    "ticker" TEXT,
    "listing_date" TEXT,
    "fiscal_year_end" TEXT,
    "time_zone" TEXT,
    "address" TEXT,
    "classified" INTEGER,
    "class_base_years" TEXT,
    "habits" TEXT,
    "calendar_name" TEXT,
    "read_as_of" TEXT
) STRICT;
CREATE TABLE parameter_values (
    "id" TEXT PRIMARY KEY NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "citation" TEXT,
    "reason" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE people (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "honorific" TEXT,
    "surname" TEXT,
    "aliases" TEXT,
    "email" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE board_sizes (
    "id" TEXT PRIMARY KEY NOT NULL,
    "size" INTEGER NOT NULL,
    "effective_from" TEXT NOT NULL,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT
) STRICT;
CREATE TABLE appointments (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "class" TEXT,
    "seat" TEXT,
    "how" TEXT,
    "start" TEXT NOT NULL,
    "term_ends_year" INTEGER,
    "end" TEXT,
    "end_reason" TEXT,
    "notice_on" TEXT,
    "will_not_stand_on" TEXT,
    "election" TEXT REFERENCES elections(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "replaces" TEXT REFERENCES appointments(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE roles (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "title" TEXT,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "executive" INTEGER,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE committees (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "letter" TEXT,
    "standing" INTEGER,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "mandate" TEXT
) STRICT;
CREATE TABLE committee_seats (
    "id" TEXT PRIMARY KEY NOT NULL,
    "committee" TEXT NOT NULL REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "end_reason" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE committee_chairs (
    "id" TEXT PRIMARY KEY NOT NULL,
    "committee" TEXT NOT NULL REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE documents (
    "id" TEXT PRIMARY KEY NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" TEXT,
    "committee" TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
    "adopted_on" TEXT,
    "adopted_by" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "effective_from" TEXT,
    "effective_to" TEXT,
    "fiscal_year" INTEGER,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE determinations (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "standard" TEXT,
    "outcome" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "rationale" TEXT,
    "considered" TEXT,
    "supersedes" TEXT REFERENCES determinations(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE questionnaires (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "year" INTEGER NOT NULL,
    "sent_on" TEXT,
    "received_on" TEXT,
    "changed" INTEGER,
    "change_note" TEXT
) STRICT;
CREATE TABLE meetings (
    "id" TEXT PRIMARY KEY NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT,
    "title" TEXT,
    "number" TEXT,
    "starts" TEXT NOT NULL,
    "ends" TEXT,
    "all_day" INTEGER,
    "time_zone" TEXT,
    "place" TEXT,
    "state" TEXT,
    "parent" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "called_to_order" TEXT,
    "adjourned" TEXT,
    "presiding" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "presiding_basis" TEXT,
    "presiding_note" TEXT,
    "recording" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "could_hear" INTEGER,
    "could_hear_at" TEXT,
    "scheduled_on" TEXT,
    "notice_on" TEXT,
    "notice_manner" TEXT,
    "notice_waived" INTEGER,
    "reason" TEXT,
    "decided_on" TEXT,
    "moved_to" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "sequence" INTEGER,
    "minutes_circulated_on" TEXT,
    "note" TEXT,
    "source" TEXT
) STRICT;
CREATE TABLE recesses (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT NOT NULL,
    "end" TEXT
) STRICT;
CREATE TABLE elections (
    "id" TEXT PRIMARY KEY NOT NULL,
    "held_on" TEXT NOT NULL,
    "class" TEXT,
    "seats" INTEGER NOT NULL,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "shares_outstanding" INTEGER,
    "shares_present" INTEGER,
    "quorum" INTEGER,
    "note" TEXT
) STRICT;
CREATE TABLE nominees (
    "id" TEXT PRIMARY KEY NOT NULL,
    "election" TEXT NOT NULL REFERENCES elections(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "class" TEXT,
    "shares_for" INTEGER,
    "withheld" INTEGER,
    "broker_non_votes" INTEGER,
    "seated" INTEGER,
    "nominated_by" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE agenda_items (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "type" TEXT,
    "presenter" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "presenter_note" TEXT,
    "minutes" INTEGER,
    "purpose" TEXT,
    "clauses" TEXT,
    "text" TEXT,
    "started" TEXT,
    "ended" TEXT,
    "outcome" TEXT,
    "deferred_to" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT,
    "request" TEXT REFERENCES agenda_requests(id) DEFERRABLE INITIALLY DEFERRED,
    "documents" TEXT,
    "carried_from" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "fiscal_year" INTEGER
) STRICT;
CREATE TABLE agenda_requests (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "requested_on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "outcome" TEXT,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "decided_on" TEXT,
    "reason" TEXT
) STRICT;
CREATE TABLE presence (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "at" TEXT,
    "order" INTEGER,
    "mode" TEXT,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT,
    "printed" TEXT
) STRICT;
CREATE TABLE guests (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "capacity" TEXT,
    "title" TEXT,
    "items" TEXT,
    "arrived" TEXT,
    "left" TEXT,
    "mode" TEXT,
    "reason" TEXT
) STRICT;
CREATE TABLE consents (
    "id" TEXT PRIMARY KEY NOT NULL,
    "number" TEXT,
    "body" TEXT NOT NULL,
    "kind" TEXT,
    "circulated_on" TEXT NOT NULL,
    "stated_effective" TEXT,
    "withdrawn_on" TEXT,
    "note" TEXT,
    "source" TEXT
) STRICT;
CREATE TABLE consent_signatures (
    "id" TEXT PRIMARY KEY NOT NULL,
    "consent" TEXT NOT NULL REFERENCES consents(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "signed_at" TEXT,
    "delivered_at" TEXT,
    "revoked_at" TEXT
) STRICT;
CREATE TABLE motions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "number" TEXT,
    "body" TEXT NOT NULL,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "consent" TEXT REFERENCES consents(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "at" TEXT,
    "order" INTEGER,
    "text" TEXT NOT NULL,
    "kind" TEXT,
    "base" TEXT,
    "mover" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "seconders" TEXT,
    "vote_method" TEXT,
    "count_for" INTEGER,
    "count_against" INTEGER,
    "count_abstain" INTEGER,
    "count_recused" INTEGER,
    "count_absent" INTEGER,
    "rule_fraction" TEXT,
    "rule_base" TEXT,
    "rule_citation" TEXT,
    "result_stated" TEXT,
    "stated_by" TEXT,
    "subjects" TEXT,
    "components" TEXT,
    "fiscal_year" INTEGER,
    "approves_minutes_of" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "transaction" TEXT REFERENCES related_transactions(id) DEFERRABLE INITIALLY DEFERRED,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    "effective_on" TEXT,
    "supersedes" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "flags" TEXT,
    "printed" TEXT
) STRICT;
CREATE TABLE votes (
    "id" TEXT PRIMARY KEY NOT NULL,
    "motion" TEXT NOT NULL REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "choice" TEXT NOT NULL,
    "weight" INTEGER,
    "weight_citation" TEXT,
    "by_proxy" INTEGER,
    "printed" TEXT,
    "reason" TEXT
) STRICT;
CREATE TABLE actions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "number" TEXT,
    "text" TEXT NOT NULL,
    "owner" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "owner_note" TEXT,
    "due" TEXT,
    "done_on" TEXT,
    "outcome" TEXT,
    "carried_to" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE related_transactions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "related_name" TEXT,
    "relation" TEXT,
    "counterparty" TEXT NOT NULL,
    "description" TEXT,
    "interest" TEXT,
    "amount_cents" INTEGER,
    "paid_cents" INTEGER,
    "effective_on" TEXT,
    "ends_on" TEXT,
    "approval_required" INTEGER,
    "approved_by" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE papers (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER,
    "title" TEXT NOT NULL,
    "file_name" TEXT,
    "media_type" TEXT,
    "attachment" TEXT NOT NULL REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "pages" INTEGER,
    "confidential" INTEGER,
    "added_on" TEXT,
    "note" TEXT
) STRICT;

CREATE INDEX presence_by_meeting ON presence(meeting);
CREATE INDEX votes_by_motion ON votes(motion);

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    command TEXT NOT NULL,
    ids TEXT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE journal_payloads (
    seq INTEGER PRIMARY KEY NOT NULL REFERENCES journal(seq),
    label TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_rows_stay BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END;
CREATE TRIGGER journal_rows_are_kept BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END;
CREATE TABLE drafts (
    key TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
