/// What a first PEP follows.
public enum PEPEvent: Hashable, Sendable {
    case lookedAfter(Day)
    case admitted(Day)

    /// As a line begins with it.
    var title: String {
        switch self {
        case .lookedAfter: "First PEP"
        case .admitted: "PEP after move"
        }
    }

    /// As a sentence begins with it.
    var subject: String {
        switch self {
        case .lookedAfter: "The first PEP"
        case .admitted: "The PEP after the move"
        }
    }

    /// `looked after since Mon 4 Aug`, with the year outside an academic year.
    func words(in year: AcademicYear) -> String {
        switch self {
        case .lookedAfter(let day): "looked after since \(day.written(in: year))"
        case .admitted(let day): "here since \(day.written(in: year))"
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

    /// As a line begins with it.
    var lineTitle: String {
        switch self {
        case .carer: "Home"
        case .socialWorker: "Social worker"
        case .virtualSchool: "VS"
        }
    }

    /// As a sentence begins with it.
    var subject: String {
        switch self {
        case .carer: "Home"
        case .socialWorker: "The social worker"
        case .virtualSchool: "The Virtual School"
        }
    }

    /// Who it is behind a verb: `tell the social worker`.
    var object: String {
        switch self {
        case .carer: "home"
        case .socialWorker: "the social worker"
        case .virtualSchool: "the Virtual School"
        }
    }
}
