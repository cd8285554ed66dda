/// The change of version 4: the day from which a school keeps these records here.
let schemaV4 = """
    ALTER TABLE school ADD COLUMN "records_from" TEXT;
    """
