/// What a first PEP follows.
public enum PEPEvent: Hashable, Sendable {
    case lookedAfter(Day)
    case admitted(Day)

    var title: String {
        switch self {
        case .lookedAfter: "First PEP"
        case .admitted: "PEP after the move"
        }
    }

    var words: String {
        switch self {
        case .lookedAfter(let day): "looked after since \(day.long)"
        case .admitted(let day): "here since \(day.long)"
        }
    }
}

/// Since when, and why, a child is without a key adult.
public enum KeyAdultGap: Hashable, Sendable {
    /// The last key adult's row ended; the day is its last.
    case left(Day)
    case known(Day)
    case admitted(Day)
    case recordsBegin(Day)

    /// The day from which there has been none.
    var since: Day {
        switch self {
        case .left(let day): day + 1
        case .known(let day), .admitted(let day), .recordsBegin(let day): day
        }
    }

    /// `Key adult left 10 Nov 2026`.
    var sentenceStart: String {
        switch self {
        case .left(let day): "Key adult left \(day.dayMonthYear)"
        case .known(let day): "Known to a social worker since \(day.dayMonthYear)"
        case .admitted(let day): "Here since \(day.dayMonthYear)"
        case .recordsBegin(let day): "Our records begin \(day.dayMonthYear)"
        }
    }
}

/// Who is to be told of a concern.
public enum ContactNeeded: String, Hashable, CaseIterable, Sendable {
    case carer
    case socialWorker = "social worker"
    case virtualSchool = "Virtual School"

    /// The side of the child that it is; `nil` for the Virtual School.
    var side: CloseParty? {
        switch self {
        case .carer: .home
        case .socialWorker: .caseWorker
        case .virtualSchool: nil
        }
    }

    /// The parties of `contacts.csv` that can count; the day decides about some.
    var parties: [Contact.Party] { side?.parties ?? [.virtualSchool, .educationAdviser] }

    /// Whether a contact about a child counts as a word to them.
    func isReached(by contact: Contact, of cohort: Cohort) -> Bool {
        side.map { cohort.isContact(contact, with: $0) } ?? parties.contains(contact.with)
    }

    var title: String {
        switch self {
        case .carer: "Carer"
        case .socialWorker: "Social worker"
        case .virtualSchool: "Virtual School"
        }
    }
}
