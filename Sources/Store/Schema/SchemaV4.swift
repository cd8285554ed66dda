/// The changes of version 4: the day from which a school keeps these records here, and in which order
/// the people around a child are rung.
let schemaV4 = """
    ALTER TABLE school ADD COLUMN "records_from" TEXT;
    ALTER TABLE professionals ADD COLUMN "priority" TEXT;
    """
