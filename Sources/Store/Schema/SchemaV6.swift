/// The changes of version 6: the time of day for which a PEP or a meeting is planned.
let schemaV6 = """
    ALTER TABLE peps ADD COLUMN "time" TEXT;
    ALTER TABLE meetings ADD COLUMN "time" TEXT;
    """
