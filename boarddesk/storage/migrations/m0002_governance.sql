-- The second schema: what the rest of the rules rest on. Never edited after its release.

CREATE TABLE matters (
    "id" TEXT PRIMARY KEY NOT NULL,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "shares_for" INTEGER,
    "against" INTEGER,
    "abstained" INTEGER,
    "broker_non_votes" INTEGER,
    "carried" INTEGER
) STRICT;
CREATE TABLE designations (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "found" INTEGER,
    "decided_on" TEXT NOT NULL,
    "committee" TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
    "ends_on" TEXT,
    "disclosed_on" TEXT,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "transaction" TEXT REFERENCES related_transactions(id) DEFERRABLE INITIALLY DEFERRED,
    "reasons" TEXT,
    "supersedes" TEXT REFERENCES designations(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE events (
    "id" TEXT PRIMARY KEY NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "clause" TEXT,
    "text" TEXT
) STRICT;
CREATE TABLE filings (
    "id" TEXT PRIMARY KEY NOT NULL,
    "kind" TEXT NOT NULL,
    "made_on" TEXT NOT NULL,
    "items" TEXT,
    "fiscal_year" INTEGER,
    "event" TEXT REFERENCES events(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "meeting" TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    "amends" TEXT REFERENCES filings(id) DEFERRABLE INITIALLY DEFERRED,
    "attachment" TEXT REFERENCES attachments(sha256) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE follow_ups (
    "id" TEXT PRIMARY KEY NOT NULL,
    "fact" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "done_on" TEXT,
    "not_needed" TEXT,
    "filing" TEXT REFERENCES filings(id) DEFERRABLE INITIALLY DEFERRED,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE skills (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "field" TEXT NOT NULL,
    "shown_by" TEXT,
    "as_of" TEXT NOT NULL,
    "until" TEXT
) STRICT;
CREATE TABLE biographies (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "fiscal_year" INTEGER NOT NULL,
    "written_on" TEXT NOT NULL,
    "experience" TEXT NOT NULL,
    "qualification" TEXT
) STRICT;
CREATE TABLE engagements (
    "id" TEXT PRIMARY KEY NOT NULL,
    "adviser" TEXT NOT NULL,
    "kind" TEXT,
    "hired_by" TEXT NOT NULL,
    "engaged_on" TEXT NOT NULL,
    "ended_on" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "management_approved" INTEGER,
    "factors_weighed_on" TEXT,
    "factors" TEXT,
    "exempt" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE access_requests (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "asked_on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "records" INTEGER,
    "notice_at" TEXT,
    "access_at" TEXT,
    "note" TEXT
) STRICT;
CREATE TABLE contacts (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "with_whom" TEXT NOT NULL,
    "at_managements_request" INTEGER,
    "text" TEXT
) STRICT;
CREATE TABLE delegations (
    "id" TEXT PRIMARY KEY NOT NULL,
    "committee" TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "matter" TEXT NOT NULL,
    "text" TEXT,
    "start" TEXT NOT NULL,
    "end" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE director_pay (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "fiscal_year" INTEGER NOT NULL,
    "cash_cents" INTEGER,
    "stock_cents" INTEGER,
    "option_cents" INTEGER,
    "incentive_cents" INTEGER,
    "pension_cents" INTEGER,
    "other_cents" INTEGER,
    "options_held" INTEGER,
    "stock_unvested" INTEGER,
    "as_executive" INTEGER
) STRICT;
CREATE TABLE company_years (
    "id" TEXT PRIMARY KEY NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "revenue_cents" INTEGER,
    "total_assets_cents" INTEGER,
    "estimate" INTEGER
) STRICT;
CREATE TABLE guideline_clauses (
    "id" TEXT PRIMARY KEY NOT NULL,
    "clause" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT,
    "heading" TEXT,
    "kind" TEXT,
    "body" TEXT,
    "interval" INTEGER,
    "items" TEXT,
    "motions" TEXT,
    "bodies" TEXT,
    "related" TEXT,
    "retired" INTEGER,
    "effective_from" TEXT NOT NULL,
    "effective_to" TEXT,
    "motion" TEXT REFERENCES motions(id) DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT
) STRICT;
CREATE TABLE evidence_links (
    "id" TEXT PRIMARY KEY NOT NULL,
    "clause" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "linked_on" TEXT NOT NULL,
    "note" TEXT
) STRICT;
CREATE TABLE attestations (
    "id" TEXT PRIMARY KEY NOT NULL,
    "clause" TEXT NOT NULL,
    "subject" TEXT,
    "period" TEXT NOT NULL,
    "made_on" TEXT NOT NULL,
    "by" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
    "by_name" TEXT,
    "text" TEXT NOT NULL,
    "document" TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE planned_duties (
    "id" TEXT PRIMARY KEY NOT NULL,
    "clause" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "subject" TEXT,
    "meeting" TEXT NOT NULL REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
    "item" TEXT REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;
CREATE TABLE what_ifs (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "made_on" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "changes" TEXT,
    "note" TEXT
) STRICT;

ALTER TABLE people ADD COLUMN "born" TEXT;
ALTER TABLE roles ADD COLUMN "end_reason" TEXT;
ALTER TABLE roles ADD COLUMN "notice_on" TEXT;
ALTER TABLE roles ADD COLUMN "named" INTEGER DEFAULT 0;
ALTER TABLE documents ADD COLUMN "author" TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE documents ADD COLUMN "parts" TEXT DEFAULT '[]';
ALTER TABLE documents ADD COLUMN "criteria" TEXT;
ALTER TABLE documents ADD COLUMN "public_on" TEXT;
ALTER TABLE documents ADD COLUMN "public_where" TEXT DEFAULT '';
ALTER TABLE questionnaires ADD COLUMN "attested_on" TEXT;
ALTER TABLE questionnaires ADD COLUMN "attested_as" TEXT DEFAULT '';
ALTER TABLE questionnaires ADD COLUMN "answered" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "employments" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "family" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "payments" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "organizations" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "interlocks" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "auditor_ties" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "holdings" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "finance" TEXT;
ALTER TABLE questionnaires ADD COLUMN "seats" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "legal" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "dealings" TEXT DEFAULT '[]';
ALTER TABLE questionnaires ADD COLUMN "other" TEXT DEFAULT '';
ALTER TABLE meetings ADD COLUMN "designated_for" TEXT;
ALTER TABLE meetings ADD COLUMN "record_date" TEXT;
ALTER TABLE meetings ADD COLUMN "record_date_fixed_on" TEXT;
ALTER TABLE meetings ADD COLUMN "shares_outstanding" INTEGER;
ALTER TABLE meetings ADD COLUMN "shares_present" INTEGER;
ALTER TABLE meetings ADD COLUMN "proxies_solicited" INTEGER;
ALTER TABLE nominees ADD COLUMN "consented_on" TEXT;
ALTER TABLE nominees ADD COLUMN "proposed_by" TEXT DEFAULT '';
ALTER TABLE related_transactions ADD COLUMN "interest_cents" INTEGER;
ALTER TABLE related_transactions ADD COLUMN "largest_debt_cents" INTEGER;
ALTER TABLE related_transactions ADD COLUMN "debt_cents" INTEGER;
ALTER TABLE related_transactions ADD COLUMN "debt_terms" TEXT DEFAULT '';
ALTER TABLE related_transactions ADD COLUMN "interested" TEXT DEFAULT '[]';
ALTER TABLE related_transactions ADD COLUMN "facts_disclosed" INTEGER;
ALTER TABLE related_transactions ADD COLUMN "stockholder_vote" TEXT REFERENCES matters(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE related_transactions ADD COLUMN "policy_followed" INTEGER;
