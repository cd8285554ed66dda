/// A strengths and difficulties questionnaire: its 25 answers, without the wording.
public struct SDQ: FactRow {
    public static let kind = RecordKind.sdq

    public enum Informant: String, CaseIterable, Sendable {
        case carer, parent, teacher
    }

    /// The form by age.
    public enum Form: String, CaseIterable, Sendable {
        case early = "2-4"
        case school = "4-17"
    }

    public let record: Record
    public let id: String
    public let on: Day
    public let informant: Informant
    public let form: Form

    public init(_ record: Record) {
        self.record = record
        id = record["sdq_id"]
        on = record.requiredDay("on")
        informant = record.word("informant")
        form = record.word("form")
    }

    /// 0, 1 or 2 for each of the 25 items, item 1 first; `nil` where it was not answered.
    public var answers: [Int?] { record["answers"].map { $0.wholeNumberValue } }
}
