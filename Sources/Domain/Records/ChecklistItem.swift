/// One thing to see to when a child comes or goes.
public struct ChecklistItem: FactRow {
    public static let kind = RecordKind.checklists

    public enum Kind: String, CaseIterable, Sendable {
        case admission, transition
    }

    public enum Item: String, CaseIterable, Sendable {
        case prioritised
        case recordsRequested = "records-requested"
        case recordsReceived = "records-received"
        case mentor
        case peerBuddy = "peer-buddy"
        case plan, goodbye
        case fileSent = "file-sent"
        case fileReceipt = "file-receipt"

        /// The list on which it stands.
        public var kind: Kind {
            switch self {
            case .prioritised, .recordsRequested, .recordsReceived, .mentor, .peerBuddy: .admission
            case .plan, .goodbye, .fileSent, .fileReceipt: .transition
            }
        }
    }

    public let record: Record
    public let kind: Kind
    public let item: Item
    public let doneOn: Day?

    public init(_ record: Record) {
        self.record = record
        kind = record.word("kind")
        item = record.word("item")
        doneOn = record.day("done_on")
    }

    public var notNeededBecause: String? { record.text("not_needed_because") }
}
