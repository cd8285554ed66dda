/// One change of one record: what a command consists of, and what the journal keeps.
public enum RecordChange: Hashable, Sendable {
    /// The record as it shall be, new or in place of the one with its key.
    case put(Record)
    /// The record of this key goes.
    case remove(RecordKey)
    /// The marks of one child and year as they shall be; no bytes set means none.
    case marks(PupilRef, YearMarks)

    /// The kind of record that it touches.
    public var kind: RecordKind {
        switch self {
        case .put(let record): record.kind
        case .remove(let key): key.kind
        case .marks: .attendance
        }
    }

    /// The child whom the change is about, where the row names one.
    public var pupil: PupilRef? {
        switch self {
        case .put(let record): record.pupil
        case .remove(let key): key.pupil
        case .marks(let pupil, _): pupil
        }
    }

    /// The record of which it changes a part, where the row names one.
    var whole: RecordKey? {
        switch self {
        case .put(let record): record.whole
        case .remove(let key): key.whole
        case .marks: nil
        }
    }
}
