/// The tables of version 1, as they shipped: changed by later migrations only, never here.
///
/// A record's columns are those of its kind's schema, as text, with NULL where nothing is known;
/// money is whole pence. `revision` is the change that last wrote the row; that of a pupil, the
/// change that last touched anything of the child. Marks are one row a child and year
/// (`YearMarks`); `late` holds place (2 bytes) and minutes (1 byte) of each late day. References
/// are checked at the end of a change, so that its records may come in any order.
let schemaV1 = """
    CREATE TABLE school (
        "urn" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "phase" TEXT NOT NULL,
        "local_authority" TEXT NOT NULL,
        "virtual_school_name" TEXT,
        "virtual_school_email" TEXT,
        "virtual_school_phone" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("urn")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE terms (
        "academic_year" TEXT NOT NULL,
        "term" TEXT NOT NULL,
        "start" TEXT NOT NULL,
        "end" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("academic_year", "term")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE closures (
        "from" TEXT NOT NULL,
        "to" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "name" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("from", "to", "kind")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE staff (
        "staff" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "post" TEXT NOT NULL,
        "teaching" TEXT NOT NULL,
        "qts" TEXT NOT NULL,
        "leadership" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "login" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("staff")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE roles (
        "role" TEXT NOT NULL,
        "person" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "login" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("role", "person", "from")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pupils (
        "pupil" TEXT NOT NULL,
        "upn" TEXT,
        "surname" TEXT NOT NULL,
        "forename" TEXT NOT NULL,
        "known_as" TEXT,
        "born" TEXT NOT NULL,
        "year_group" TEXT NOT NULL,
        "class" TEXT,
        "admitted" TEXT NOT NULL,
        "left" TEXT,
        "sen" TEXT,
        "disabled" TEXT,
        "pp_eligible" TEXT,
        "preferred_surname" TEXT,
        "family" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE status (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "status" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "legal_status" TEXT,
        "local_authority" TEXT,
        "note" TEXT,
        "category" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "status", "from")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE professionals (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "role" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "organisation" TEXT,
        "phone" TEXT,
        "email" TEXT,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "checked_on" TEXT,
        "responsibility" TEXT,
        "contact" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "role", "name", "from")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE adults (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "staff" TEXT NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
        "kind" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "staff", "kind", "from")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE peps (
        "pep_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "planned_for" TEXT,
        "held_on" TEXT,
        "cancelled" TEXT,
        "completed_on" TEXT,
        "pupil_views" TEXT,
        "note" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pep_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pep_people (
        "pep_id" TEXT NOT NULL REFERENCES peps DEFERRABLE INITIALLY DEFERRED,
        "role" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "invited_on" TEXT,
        "attended" TEXT,
        "views" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pep_id", "role", "name")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE targets (
        "target_id" TEXT NOT NULL,
        "pep_id" TEXT NOT NULL REFERENCES peps DEFERRABLE INITIALLY DEFERRED,
        "area" TEXT NOT NULL,
        "target" TEXT NOT NULL,
        "success" TEXT NOT NULL,
        "reviewed_on" TEXT,
        "outcome" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("target_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attendance (
        pupil TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        year INTEGER NOT NULL,
        marks BLOB NOT NULL CHECK (length(marks) = 732),
        late BLOB,
        revision INTEGER NOT NULL,
        PRIMARY KEY (pupil, year)
    ) STRICT;
    CREATE TABLE peers (
        "academic_year" TEXT NOT NULL,
        "year_group" TEXT NOT NULL,
        "measure" TEXT NOT NULL,
        "term" TEXT NOT NULL,
        "value" TEXT NOT NULL,
        "pupils" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("academic_year", "year_group", "measure", "term")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contacts (
        "contact_id" TEXT NOT NULL,
        "pupil" TEXT REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "at" TEXT NOT NULL,
        "with" TEXT NOT NULL,
        "how" TEXT NOT NULL,
        "staff" TEXT NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
        "about" TEXT NOT NULL,
        "summary" TEXT NOT NULL,
        "reached" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("contact_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE funds (
        "fund_id" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "financial_year" TEXT NOT NULL,
        "managed_by" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("fund_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE funding (
        "entry_id" TEXT NOT NULL,
        "fund_id" TEXT NOT NULL REFERENCES funds DEFERRABLE INITIALLY DEFERRED,
        "pupil" TEXT REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "kind" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "amount" INTEGER NOT NULL,
        "commitment" TEXT REFERENCES funding DEFERRABLE INITIALLY DEFERRED,
        "target_id" TEXT REFERENCES targets DEFERRABLE INITIALLY DEFERRED,
        "what" TEXT NOT NULL,
        "reason" TEXT,
        "impact" TEXT,
        "impact_on" TEXT,
        "impact_note" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("entry_id")
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX adults_by_staff ON adults ("staff");
    CREATE INDEX peps_by_pupil ON peps ("pupil");
    CREATE INDEX targets_by_pep_id ON targets ("pep_id");
    CREATE INDEX contacts_by_pupil ON contacts ("pupil") WHERE "pupil" IS NOT NULL;
    CREATE INDEX contacts_by_staff ON contacts ("staff");
    CREATE INDEX funding_by_fund_id ON funding ("fund_id");
    CREATE INDEX funding_by_pupil ON funding ("pupil") WHERE "pupil" IS NOT NULL;
    CREATE INDEX funding_by_commitment ON funding ("commitment") WHERE "commitment" IS NOT NULL;
    CREATE INDEX funding_by_target_id ON funding ("target_id") WHERE "target_id" IS NOT NULL;
    CREATE TABLE meta (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal (
        change INTEGER NOT NULL PRIMARY KEY,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        page TEXT,
        undoes INTEGER REFERENCES journal,
        previous BLOB NOT NULL,
        hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX journal_by_actor ON journal ("by", change);
    CREATE INDEX journal_by_subject ON journal (subject, change);
    CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
    CREATE TABLE journal_records (
        change INTEGER NOT NULL REFERENCES journal,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        before ANY,
        after ANY,
        PRIMARY KEY (change, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_records_by_key ON journal_records (kind, key, change);
    CREATE TABLE journal_pupils (
        pupil TEXT NOT NULL,
        change INTEGER NOT NULL REFERENCES journal,
        PRIMARY KEY (pupil, change)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_pupils_by_change ON journal_pupils (change);
    CREATE TABLE drafts (
        owner TEXT NOT NULL,
        id TEXT NOT NULL,
        subject TEXT NOT NULL,
        action TEXT NOT NULL,
        body TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (owner, id)
    ) STRICT, WITHOUT ROWID;
    """
