/// Support beyond what every child gets.
public struct Intervention: FactRow {
    public static let kind = RecordKind.interventions

    public enum Level: String, CaseIterable, Sendable {
        case universal, targeted, specialist
    }

    public let record: Record
    public let id: String
    public let level: Level
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        id = record["intervention_id"]
        level = record.word("level")
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }

    public var name: String { record["name"] }
    /// A member of staff's id, or a name.
    public var ledBy: String? { record.text("led_by") }
    /// A member of staff's id, or a name.
    public var overseenBy: String? { record.text("overseen_by") }
    /// Hours a week.
    public var hours: Figure? { record.figure("hours") }
}

/// How a child stands in a subject, as one source saw it on one day.
public struct Progress: FactRow {
    public static let kind = RecordKind.progress

    public enum Subject: String, CaseIterable, Sendable {
        case reading, writing, maths, phonics, communication, personal, other

        /// As it begins a sentence.
        var title: String { rawValue.sentenceCase }
    }

    public enum Source: String, CaseIterable, Sendable {
        case data
        case teacherReport = "teacher-report"
        case bookLook = "book-look"
        case provider
    }

    /// The progress made since the last time, beside what is expected.
    public enum Made: String, CaseIterable, Sendable {
        case below, expected, accelerated
    }

    /// Below, working towards, at, or in greater depth than what is expected of the age.
    public enum Judgement: String, CaseIterable, Sendable {
        case below = "PK"
        case towards = "WTS"
        case expected = "EXS"
        case greaterDepth = "GDS"

        public var isExpectedOrAbove: Bool { self == .expected || self == .greaterDepth }
    }

    public let record: Record
    public let id: String
    public let on: Day
    public let subject: Subject
    public let source: Source
    public let judgement: Judgement?

    public init(_ record: Record) {
        self.record = record
        id = record["progress_id"]
        on = record.requiredDay("on")
        subject = record.word("subject")
        source = record.word("source")
        judgement = Judgement(rawValue: record["judgement"])
    }

    /// The progress made, beside what is expected; `nil` where nobody judged.
    public var progress: Made? { record.text("progress").flatMap(Made.init) }
}

/// Figures of the pupils without a social worker, against which a gap is measured.
public struct PeerFigure: FactRow {
    public static let kind = RecordKind.peers
    public let record: Record
    public let year: AcademicYear
    public let term: TermName
    /// `reading`, `attendance`, `suspended` …
    public let measure: String
    /// Per cent.
    public let value: Figure
    /// How many pupils it is of.
    public let pupils: Int

    public init(_ record: Record) {
        self.record = record
        guard let year = AcademicYear(record["academic_year"]), let value = record.figure("value")
        else { preconditionFailure("peers is checked when a record is made") }
        self.year = year
        self.value = value
        term = record.word("term")
        measure = record["measure"]
        pupils = Int(record["pupils"]) ?? 0
    }

    public var yearGroup: String { record["year_group"] }
}
