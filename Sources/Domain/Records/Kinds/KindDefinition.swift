/// All that the program has to know of one kind of record, beside the type that the rules read.
///
/// A class, because every look-up of a column passes here and a value of this size would be copied
/// each time.
public final class KindDefinition: Sendable {
    public let schema: RecordSchema
    /// One record in words: `SEN review`.
    public let singular: String
    /// The way from a row to whom it is about.
    public let owner: OwnerPath
    /// The topic of the kind as a whole: who does not see it, sees no row.
    public let topic: Topic
    /// The topic that one must be allowed to change in order to change a row.
    public let topicOfChange: Topic
    /// Why every line tells of somebody else too, for whoever passes lines on to the child or a
    /// parent; `nil` where only its words can.
    public let others: String?
    /// The rows that belong to the child protection file, where some do.
    public let protection: RowCondition?
    /// The rows that are not for whoever is not to know an adopted child's origins.
    let origins: RowCondition?
    /// The place among all kinds.
    let position: Int
    /// Whose duties a change of a row can turn.
    let turns: DutyReach
    /// The actions that put rows; the first enters one.
    let actions: [ActionID]
    /// What is said where somebody should choose among rows and there is none; `nil` where no form
    /// asks for one.
    let missing: String?
    /// The place of the rows in the facts of a child; `nil` for the child's own row, marks, and what
    /// belongs to the school.
    let ofPupil: RowList<PupilFacts>?
    /// The place of the rows in the facts of the school; `nil` for the calendar, and what belongs to
    /// children. What may be about a child or the school has both.
    let ofSchool: RowList<SchoolFacts>?
    /// A row as a fact of a working; `nil` where its columns are told one by one.
    let fact: (@Sendable (Record) -> String)?
    /// A row where somebody chooses among them; `nil` where it is its first columns.
    let line: (@Sendable (Record, Facts) -> String)?
    /// What is wrong between the columns of a row.
    let check: (@Sendable (Record) -> [FieldFault])?
    /// What is wrong between a row and other records.
    let checkAmong: (@Sendable (Record, any RecordLookup, RegisterCodeTable) -> [FieldFault])?

    init(
        _ kind: RecordKind, _ singular: String, about owner: OwnerPath, topic: Topic,
        changedAs topicOfChange: Topic? = nil, turns: DutyReach, by actions: [ActionID],
        missing: String? = nil, _ columns: [Column], ofPupil: RowList<PupilFacts>? = nil,
        ofSchool: RowList<SchoolFacts>? = nil, fact: (@Sendable (Record) -> String)? = nil,
        line: (@Sendable (Record, Facts) -> String)? = nil, others: String? = nil,
        protection: RowCondition? = nil, origins: RowCondition? = nil,
        check: (@Sendable (Record) -> [FieldFault])? = nil,
        checkAmong: (@Sendable (Record, any RecordLookup, RegisterCodeTable) -> [FieldFault])? = nil
    ) {
        position = RecordKind.allCases.firstIndex(of: kind) ?? 0
        schema = RecordSchema(columns)
        self.singular = singular
        self.owner = owner
        self.topic = topic
        self.topicOfChange = topicOfChange ?? topic
        self.turns = turns
        self.actions = actions
        self.missing = missing
        self.ofPupil = ofPupil
        self.ofSchool = ofSchool
        self.fact = fact
        self.line = line
        self.others = others
        self.protection = protection
        self.origins = origins
        self.check = check
        self.checkAmong = checkAmong
    }
}

/// Whose duties a change of a record can turn.
enum DutyReach {
    /// The child's alone.
    case child
    /// The child's, where there is one, and the school's.
    case school
    /// Every child's and the school's.
    case everyone
}
