/// Something that somebody outside the school owes it about one child.
public struct Owed: Hashable, Sendable {
    /// What sort of thing it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// A PEP that was held waits for a signature on the authority's form.
        case signOff = "sign-off"
        /// What was agreed at a meeting that others have called.
        case minutes
        /// A word whether an invited person comes.
        case answer
        /// Pupil Premium Plus that was asked for.
        case premium
    }

    public let kind: Kind
    public let pupil: PupilRef
    /// The day from which it is waited for.
    public let since: Day
    /// The record that shows it: of a PEP, an invitation, a meeting, a commitment.
    public let key: RecordKey
    /// `sign-off of the PEP of 12 Oct 2026`, as the school says it.
    public let words: String
    /// The same in mail, where no plan is told: `minutes of the meeting of 12 Oct 2026`.
    public let mailWords: String
    /// Under what a letter about it is logged.
    public let about: Contact.Topic
    /// The day of the last letter about this child to the same people that nobody has answered.
    public let asked: Day?
    /// The first day on which a letter about it is offered.
    public let offeredFrom: Day
}

/// Somebody outside the school who owes it something.
public struct Debtor: Hashable, Sendable {
    public let party: Contact.Party
    /// `nil` where nobody of this kind is on record for the child.
    public let name: String?
    public let email: String?
    /// Not to be contacted, or only after asking the DSL: no letter is offered.
    public let isGuarded: Bool
    /// The longest awaited first.
    public let owed: [Owed]

    /// `P Lund, social worker`; by which commands and forms name the person.
    public var id: String {
        guard party != .virtualSchool else { return name ?? post }
        return name.map { "\($0), \(post)" } ?? post
    }

    /// `social worker`.
    public var post: String { party.rawValue.roleWords }

    /// What a letter of a day asks for: what was not asked for in the last days.
    public func offered(on day: Day) -> [Owed] {
        name == nil || isGuarded ? [] : owed.filter { $0.offeredFrom <= day }
    }
}
