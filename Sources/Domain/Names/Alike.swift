extension CommandContext {
    /// What to know before writing about a child who is easily taken for another: a sibling, the
    /// same surname, the same first name. It names no other child.
    public var alike: String? {
        guard let child = child?.pupil else { return nil }
        return names.alike(child)
    }
}

extension NameIndex {
    /// `Take care: a sibling and another Ashworth are on roll too.`; `nil` where nobody is alike.
    public func alike(_ child: Pupil) -> String? {
        let own = Named(child)
        let others = pupils.filter { $0.ref != child.ref }
        let siblings = others.filter { $0.family != nil && $0.family == own.family }
        let namesakes = others.filter { other in
            !siblings.contains { $0.ref == other.ref }
                && other.surnames.contains(where: own.surnames.contains)
        }
        let sameFirst = others.filter { $0.firsts.contains(where: own.firsts.contains) }
        var words: [String] = []
        if !siblings.isEmpty {
            words.append(siblings.count == 1 ? "a sibling" : "\(siblings.count) siblings")
        }
        let surname = child.preferredSurname ?? child.surname
        if let count = Self.count(namesakes.count) { words.append("\(count) \(surname)") }
        if let count = Self.count(sameFirst.count) { words.append("\(count) \(child.firstName)") }
        guard let last = words.popLast() else { return nil }
        let list = words.isEmpty ? last : "\(words.joined(separator: ", ")) and \(last)"
        let isOne =
            words.isEmpty && siblings.count + namesakes.count + sameFirst.count == 1
        return "Take care: \(list) \(isOne ? "is" : "are") on roll too."
    }

    /// Whether somebody on roll has these very names.
    func hasNamesake(_ forename: String, _ surname: String) -> Bool {
        let first = WrittenWord.all(in: forename).map(\.key)
        let last = WrittenWord.all(in: surname).map(\.key)
        return pupils.contains { $0.firsts.contains(first) && $0.surnames.contains(last) }
    }

    private static func count(_ count: Int) -> String? {
        switch count {
        case 0: nil
        case 1: "another"
        default: "\(count) others called"
        }
    }
}
