/// What a store holds, as far as setting up goes: enough to say which steps are done, and no name.
public struct SetupFacts: Hashable, Sendable {
    /// A step that somebody has put aside, with who and when.
    public struct PutAside: Hashable, Sendable {
        public let login: String
        public let day: Day

        public init(login: String, day: Day) {
            self.login = login
            self.day = day
        }

        /// As a setting of the store keeps it.
        public var text: String { "\(day.iso) \(login)" }

        public init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let day = Day(iso: parts[0]) else { return nil }
            self.init(login: String(parts[1]), day: day)
        }
    }

    /// A child whom a file marks as looked after, and of whom no status is on record.
    public struct Marked: Hashable, Sendable {
        public let pupil: PupilRef
        /// As the file has it.
        public let words: String

        public init(pupil: PupilRef, words: String) {
            self.pupil = pupil
            self.words = words
        }
    }

    public var schoolName: String?
    public var recordsFrom: Day?
    /// How many terms of the year that is asked for are on record.
    public var terms = 0
    /// How many terms of the year before are on record; `nil` where no status began in it.
    public var earlierTerms: Int?
    public var staff = 0
    /// The roles that somebody holds today.
    public var rolesHeld: Set<Role.Name> = []
    public var pupils = 0
    /// Whether any mark of the register is on record.
    public var hasRegister = false
    /// Whether any parent, carer or other person around a child is on record.
    public var hasContacts = false
    /// Children with a status that holds today.
    public var known = 0
    /// Of these, children with a PEP or a meeting that was held.
    public var knownWithMeeting = 0
    public var putAside: [SetupStep: PutAside] = [:]
    public var marked: [Marked] = []

    public init() {}

    /// The roles without which a school cannot begin; the others stay duties of their own.
    public static let firstRoles: [Role.Name] = [.designatedTeacher, .dsl, .head]
}

/// How far a step is.
public enum SetupState: Hashable, Sendable {
    case done, toDo
    case putAside(SetupFacts.PutAside)
}

/// A step with how far it is, as the page, `cksw init` and Now read it.
public struct SetupLine: Hashable, Sendable {
    public let step: SetupStep
    public let state: SetupState
    /// Whether it is for the person who looks.
    public let isMine: Bool
    /// The step that must be done first.
    public let after: SetupStep?
}

extension SetupFacts {
    /// The steps in their order, each with its state, for one person.
    public func lines(for clearance: Clearance) -> [SetupLine] {
        SetupStep.allCases.map { step in
            let after = step.waitsFor.flatMap { isDone($0) ? nil : $0 }
            let state: SetupState =
                isDone(step) ? .done : putAside[step].map(SetupState.putAside) ?? .toDo
            return SetupLine(
                step: step, state: state, isMine: step.isFor(clearance),
                after: state == .done ? nil : after)
        }
    }

    /// Whether the facts show that a step has been done.
    public func isDone(_ step: SetupStep) -> Bool {
        switch step {
        case .school: schoolName != nil
        case .recordsFrom: recordsFrom != nil
        // Last year's are asked for in the same list; a morning goes on without them.
        case .dates: terms >= TermName.allCases.count
        case .staff: staff > 0
        case .roles: rolesHeld.isSuperset(of: Self.firstRoles)
        case .pupils: pupils > 0
        case .register: hasRegister
        case .contacts: hasContacts
        case .statuses: known > 0
        case .held: knownWithMeeting > 0
        }
    }

    /// The academic year whose dates are asked for: today's, in its summer holidays the next.
    public static func year(of today: Day) -> AcademicYear {
        let year = AcademicYear(of: today)
        return today.civil.month == 8 ? year.next : year
    }
}
