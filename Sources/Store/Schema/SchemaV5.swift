/// The changes of version 5: a PEP from the first invitation to its grade, what a target needs, what was
/// agreed at a meeting, where papers are kept, and what is written for the report to governors.
let schemaV5 = """
    ALTER TABLE peps ADD COLUMN "kind" TEXT;
    ALTER TABLE peps ADD COLUMN "sent_on" TEXT;
    ALTER TABLE peps ADD COLUMN "returned_on" TEXT;
    ALTER TABLE peps ADD COLUMN "returned_why" TEXT;
    ALTER TABLE peps ADD COLUMN "grade" TEXT;
    ALTER TABLE peps ADD COLUMN "voice" TEXT;
    ALTER TABLE peps ADD COLUMN "next_on" TEXT;
    ALTER TABLE targets ADD COLUMN "why" TEXT;
    ALTER TABLE targets ADD COLUMN "who" TEXT;
    ALTER TABLE targets ADD COLUMN "by" TEXT;
    ALTER TABLE targets ADD COLUMN "cost" INTEGER;
    ALTER TABLE suspensions ADD COLUMN "reasons" TEXT;
    ALTER TABLE suspensions ADD COLUMN "to" TEXT;
    ALTER TABLE roles ADD COLUMN "hours" TEXT;
    ALTER TABLE attestations ADD COLUMN "where" TEXT;
    ALTER TABLE meetings ADD COLUMN "where" TEXT;
    ALTER TABLE training ADD COLUMN "where" TEXT;
    ALTER TABLE sen_reviews ADD COLUMN "where" TEXT;
    CREATE TABLE actions (
        "action_id" TEXT NOT NULL,
        "pupil" TEXT REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "from" TEXT,
        "what" TEXT NOT NULL,
        "owner" TEXT NOT NULL,
        "due" TEXT NOT NULL,
        "done_on" TEXT,
        "note" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("action_id")
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX actions_by_pupil ON actions ("pupil") WHERE "pupil" IS NOT NULL;
    CREATE TABLE report_texts (
        "text_id" TEXT NOT NULL,
        "academic_year" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("text_id")
    ) WITHOUT ROWID, STRICT;
    """
