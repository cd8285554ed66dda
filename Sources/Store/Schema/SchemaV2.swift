/// The tables that version 2 adds, as they shipped: what the further clauses of a policy rest on,
/// from decisions to the census. Their form is that of version 1.
let schemaV2 = """
    CREATE TABLE decisions (
        "decision_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "about" TEXT NOT NULL,
        "outcome" TEXT,
        "reason" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("decision_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE interventions (
        "intervention_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "name" TEXT NOT NULL,
        "level" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "led_by" TEXT,
        "overseen_by" TEXT,
        "hours" TEXT,
        "target_id" TEXT REFERENCES targets DEFERRABLE INITIALLY DEFERRED,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("intervention_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE progress (
        "progress_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "source" TEXT NOT NULL,
        "judgement" TEXT,
        "progress" TEXT,
        "score" TEXT,
        "note" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("progress_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checks (
        "check_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "by" TEXT,
        "note" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("check_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE meetings (
        "meeting_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "pupil" TEXT REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "planned_for" TEXT,
        "held_on" TEXT,
        "parts" TEXT,
        "note" TEXT,
        "report_sent_on" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("meeting_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE training (
        "training_id" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "days" TEXT,
        "provider" TEXT,
        "whole_school" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("training_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE training_people (
        "training_id" TEXT NOT NULL REFERENCES training DEFERRABLE INITIALLY DEFERRED,
        "staff" TEXT NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
        "attended" TEXT,
        "caught_up_on" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("training_id", "staff")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE acknowledgements (
        "staff" TEXT NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
        "what" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "version" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("staff", "what", "on")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attestations (
        "clause" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "evidence" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("clause", "on")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE linked_policies (
        "policy" TEXT NOT NULL,
        "title" TEXT,
        "dated" TEXT,
        "review_by" TEXT,
        "refers_to_cksw" TEXT,
        "where" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("policy")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE governors_reports (
        "academic_year" TEXT NOT NULL,
        "section_a_on" TEXT,
        "section_b_on" TEXT,
        "presented_on" TEXT,
        "sent_on" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("academic_year")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE responsibilities (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "role" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "role", "from")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE profiles (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "needs" TEXT NOT NULL,
        "strategies" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "on")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sen_reviews (
        "review_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "kind" TEXT NOT NULL,
        "planned_for" TEXT,
        "held_on" TEXT,
        "targets" TEXT,
        "invited" TEXT,
        "views" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("review_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sdq (
        "sdq_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "informant" TEXT NOT NULL,
        "form" TEXT NOT NULL,
        "answers" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("sdq_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checklists (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "kind" TEXT NOT NULL,
        "item" TEXT NOT NULL,
        "done_on" TEXT,
        "not_needed_because" TEXT,
        "by" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "kind", "item")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE alternative_provision (
        "ap_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "provider" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT,
        "hours_here" TEXT NOT NULL,
        "hours_there" TEXT NOT NULL,
        "part_time" TEXT NOT NULL,
        "parent_agreed_on" TEXT,
        "social_care_agreed_on" TEXT,
        "quality_checked_on" TEXT,
        "review_by" TEXT,
        "reviewed_on" TEXT,
        "reported_on" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("ap_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE suspensions (
        "suspension_id" TEXT NOT NULL,
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "kind" TEXT NOT NULL,
        "decided_on" TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "days" TEXT,
        "virtual_school_warned_on" TEXT,
        "adviser_discussed_on" TEXT,
        "virtual_school_told_on" TEXT,
        "parents_told_on" TEXT,
        "social_worker_told_on" TEXT,
        "authority_told_on" TEXT,
        "tried" TEXT,
        "alternatives" TEXT,
        "living_arrangements" TEXT,
        "adjustments" TEXT,
        "sen_endeavours" TEXT,
        "work_set_on" TEXT,
        "provision_from" TEXT,
        "reintegration_on" TEXT,
        "governors_met_on" TEXT,
        "representations_on" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("suspension_id")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE census (
        "pupil" TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        "on" TEXT NOT NULL,
        "post_looked_after" TEXT,
        "kinship" TEXT,
        "young_carer" TEXT,
        "service_child" TEXT,
        revision INTEGER NOT NULL,
        PRIMARY KEY ("pupil", "on")
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decisions_by_pupil ON decisions ("pupil");
    CREATE INDEX interventions_by_pupil ON interventions ("pupil");
    CREATE INDEX interventions_by_target_id ON interventions ("target_id")
        WHERE "target_id" IS NOT NULL;
    CREATE INDEX progress_by_pupil ON progress ("pupil");
    CREATE INDEX checks_by_pupil ON checks ("pupil");
    CREATE INDEX meetings_by_pupil ON meetings ("pupil") WHERE "pupil" IS NOT NULL;
    CREATE INDEX training_people_by_staff ON training_people ("staff");
    CREATE INDEX sen_reviews_by_pupil ON sen_reviews ("pupil");
    CREATE INDEX sdq_by_pupil ON sdq ("pupil");
    CREATE INDEX alternative_provision_by_pupil ON alternative_provision ("pupil");
    CREATE INDEX suspensions_by_pupil ON suspensions ("pupil");
    """
