/// What a command sets in the store beside records: no column of the bundle holds it.
public enum StoreSetting: Hashable, Sendable {
    /// A step of setting up that is not to be done for now: `SetupFacts.PutAside.text`.
    case putAside(SetupStep)
    /// The children whom a file marks as looked after, a line each: reference, blank, the file's words.
    case marked

    /// What all names begin with.
    public static let prefix = "setting-up "

    /// What tells it from the store's other settings.
    public var name: String {
        switch self {
        case .putAside(let step): Self.prefix + step.rawValue
        case .marked: Self.prefix + "marked"
        }
    }

    public init?(name: String) {
        guard name.hasPrefix(Self.prefix) else { return nil }
        let rest = String(name.dropFirst(Self.prefix.count))
        if rest == "marked" {
            self = .marked
        } else if let step = SetupStep(rawValue: rest) {
            self = .putAside(step)
        } else {
            return nil
        }
    }

    /// Whether this person may set it, or take it back.
    public func isFor(_ clearance: Clearance) -> Bool {
        switch self {
        case .putAside(let step): step.isFor(clearance)
        case .marked: clearance.changes(.identity)
        }
    }
}

extension Command {
    /// The same command, which also keeps the children whom the file marks as looked after, for
    /// someone to confirm with a day.
    public func marking(_ children: [SetupFacts.Marked]) -> Command {
        guard !children.isEmpty else { return self }
        let lines = children.map { child in
            let words = child.words.map { $0.isNewline ? " " : String($0) }.joined()
            return "\(child.pupil.text) \(words)"
        }
        return setting([.marked: lines.joined(separator: "\n")])
    }

    /// Puts a step of setting up aside, or takes it up again.
    public static func putting(
        _ step: SetupStep, aside: Bool, by actor: Actor, on today: Day
    ) -> Command {
        let value = SetupFacts.PutAside(login: actor.login, day: today).text
        return Command(
            action: aside ? "put-aside" : "take-up", subject: .school, changes: []
        ).setting([.putAside(step): aside ? value : nil])
    }
}

extension SetupFacts.Marked {
    /// Reads what `Command.marking` has kept.
    public static func list(_ text: String) -> [SetupFacts.Marked] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard let first = parts.first else { return nil }
            return SetupFacts.Marked(
                pupil: PupilRef(String(first)), words: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Which status the file's words speak of, as far as they tell.
    public var status: CareKind {
        let words = self.words.folded
        return words.contains("previous") || words.contains("adopt") || words.contains("pla")
            ? .pla : .cla
    }
}
