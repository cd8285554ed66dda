import Domain

extension Model {
    /// `Since you last looked (Fri 20 Nov 16:05): 1 absence, 1 contact by A Khan, 1 new status`;
    /// `nil` where there is nothing to read.
    var unreadWords: String? {
        guard let unread, !unread.isEmpty else { return nil }
        let when = unread.acknowledgedAt.map { " (\($0.londonDay.short) \($0.londonClock))" } ?? ""
        let parts = unreadCounts(unread)
        return "Since you last looked\(when): \(parts.joined(separator: ", "))"
    }

    private func unreadCounts(_ unread: Unread) -> [String] {
        let lines = unread.children.flatMap(\.entries)
        let sorts = lines.flatMap { line in line.steps.compactMap { sort($0, by: line.by) } }
        let known = Dictionary(grouping: sorts, by: \.sort)
        let counted = UnreadSort.allCases.compactMap { sort -> String? in
            guard let found = known[sort] else { return nil }
            let authors = Set(found.map(\.by))
            let by =
                sort == .contact && authors.count == 1 ? authors.first.map { " by \($0)" } : nil
            return sort.counted(found.count) + (by ?? "")
        }
        // What an entry did may not be told any more where there are very many.
        let silent = lines.count { $0.steps.isEmpty } + unread.others.count
        return counted + (silent > 0 ? [silent.counted("other change")] : [])
    }

    private func sort(_ step: RecordStep, by login: String) -> (sort: UnreadSort, by: String)? {
        UnreadSort(step, pack.codes).map { ($0, personName(login)) }
    }
}

/// The sorts of change that are counted, in the order in which they are told.
enum UnreadSort: Hashable, CaseIterable {
    case absence, marks, contact, newStatus, status, pep, target, money, person, other

    /// `nil` for a step that left no trace of its own: the marks of a day on which the child came.
    init?(_ step: RecordStep, _ codes: RegisterCodeTable) {
        switch step.key.kind {
        case .attendance: self = UnreadSort.isAbsence(step, codes) ? .absence : .marks
        case .contacts: self = .contact
        case .status: self = step.before == nil ? .newStatus : .status
        case .peps, .pepPeople: self = .pep
        case .targets: self = .target
        case .funding: self = .money
        case .professionals, .adults: self = .person
        default: self = .other
        }
    }

    private static func isAbsence(_ step: RecordStep, _ codes: RegisterCodeTable) -> Bool {
        ["am", "pm"].contains { session in
            guard let text = step.after?[session], text != step.before?[session],
                let code = RegisterCode(text)
            else { return false }
            switch codes.category(of: code) {
            case .present, .educationalActivity, .notPossible: return false
            case .authorised, .unauthorised, nil: return true
            }
        }
    }

    func counted(_ count: Int) -> String {
        switch self {
        case .absence: count.counted("absence")
        case .marks: "marks of \(count.days)"
        case .contact: count.counted("contact")
        case .newStatus: count == 1 ? "1 new status" : "\(count) new statuses"
        case .status: count == 1 ? "1 status changed" : "\(count) statuses changed"
        case .pep: count == 1 ? "1 PEP entry" : "\(count) PEP entries"
        case .target: count.counted("target")
        case .money: count == 1 ? "1 money entry" : "\(count) money entries"
        case .person: count == 1 ? "1 person" : "\(count) people"
        case .other: count.counted("other change")
        }
    }
}
