import Domain

/// The rules that a pack states on the general shapes, laid over one another file by file: what a
/// later file leaves out of a rule stays as it was.
struct PackRules {
    struct Entry {
        /// The file and table that gave each key last.
        var fields: [String: PackFields] = [:]
        let home: PackFields

        func has(_ key: String) -> Bool { fields[key] != nil }

        /// The table that gives a key; the one that lacks it where none does.
        func source(_ key: String) -> PackFields { fields[key] ?? home }
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []

    private static let keys: Set<String> = [
        "title", "noun", "short", "missing", "open", "done", "lacks", "shows", "did", "staff",
        "clauses", "topic", "shape", "only", "evidence", "every", "due", "days",
        "until", "limit", "own_time", "renewed_by", "edition", "action", "next",
    ]

    var ids: Set<String> { Set(order) }

    mutating func lay(
        _ table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        for (id, value) in document.inOrder(table, of: "rule") {
            let path = ["rule", id]
            guard case .table(let fields) = value else {
                faults.add(document.fault(path, .wrongType("a table")))
                continue
            }
            let read = PackFields(document: document, path: path, fields: fields)
            if Rule.builtIn.contains(where: { $0.id.rawValue == id }) {
                faults.add(document.fault(path, .builtIn))
                continue
            }
            for key in fields.keys.sorted() where !PackRules.keys.contains(key) {
                faults.add(read.fault(key, .unknownKey))
            }
            if entries[id] == nil { order.append(id) }
            var entry = entries[id] ?? Entry(home: read)
            for key in fields.keys { entry.fields[key] = read }
            entries[id] = entry
        }
    }

    /// The rules, with the numbers that they name and the clauses that there are.
    func rules(
        _ numbers: PackNumbers, _ clauses: PackClauses, noting faults: inout PackFaultList
    ) -> [StatedRule] {
        var found: [StatedRule] = []
        for id in order {
            guard let entry = entries[id],
                let rule = stated(RuleID(id), entry, numbers, clauses, &faults)
            else { continue }
            if rule.rules != nil {
                found.append(rule)
            } else {
                faults.add(entry.source("evidence").fault("evidence", .wrongEvidence))
            }
        }
        return found
    }

    private func stated(
        _ id: RuleID, _ entry: Entry, _ numbers: PackNumbers, _ clauses: PackClauses,
        _ faults: inout PackFaultList
    ) -> StatedRule? {
        let shape = self.shape(entry, &faults)
        let isAttested = shape == .attested
        let words = self.words(id, entry, shape, clauses, &faults)
        let form = shape.flatMap { self.form($0, entry, numbers, &faults) }
        let evidence = isAttested ? [] : self.evidence(entry, &faults)
        let every = faults.note { () throws(PackFault) in try entry.source("every").flag("every") }
        guard let words, let form, let evidence, let every else { return nil }
        return StatedRule(words, form, evidence: evidence, needsEvery: every)
    }

    private func words(
        _ id: RuleID, _ entry: Entry, _ shape: Shape?, _ clauses: PackClauses,
        _ faults: inout PackFaultList
    ) -> RuleWords? {
        let title = faults.note { () throws(PackFault) in
            try entry.source("title").text("title")
        }
        let wording = self.wording(entry, ofStaff: shape == .everyone, &faults)
        let next = nextWords(entry, &faults)
        let action = word("action", ActionID.self, entry, &faults)
        let topic = word("topic", RuleTopic.self, entry, &faults)
        // Whatever is attested is attested by one rule.
        let shown =
            shape == .attested
            ? clauses.kept.filter { !$0.isComputed }.map(\.id)
            : clausesShown(entry, clauses, &faults)
        guard let title, let wording, let next, let action, let topic, let shown else { return nil }
        return RuleWords(
            id, title: title, wording: wording, clauses: shown, topic: topic,
            next: NextAction(action, next))
    }

    private func clausesShown(
        _ entry: Entry, _ clauses: PackClauses, _ faults: inout PackFaultList
    ) -> [String]? {
        let source = entry.source("clauses")
        guard entry.has("clauses") else {
            faults.add(source.fault("clauses", .missing))
            return nil
        }
        let ids = faults.note { () throws(PackFault) in try source.texts("clauses") }
        for id in ids ?? [] where !clauses.knows(id) {
            faults.add(source.fault("clauses", .unknownClause(id)))
        }
        return ids
    }

    private func evidence(_ entry: Entry, _ faults: inout PackFaultList) -> [Evidence]? {
        let source = entry.source("evidence")
        guard entry.has("evidence") else {
            faults.add(source.fault("evidence", .missing))
            return nil
        }
        guard let texts = faults.note({ () throws(PackFault) in try source.texts("evidence") })
        else { return nil }
        let found = texts.compactMap { text -> Evidence? in
            if let evidence = Evidence(text) { return evidence }
            let known = Evidence.vocabulary.joined(separator: "; ")
            faults.add(source.fault("evidence", .wrongType("evidence in \"\(text)\": \(known)")))
            return nil
        }
        return found.count == texts.count && !found.isEmpty ? found : nil
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type, _ entry: Entry, _ faults: inout PackFaultList
    ) -> Word? where Word.RawValue == String {
        guard entry.has(key) else {
            faults.add(entry.source(key).fault(key, .missing))
            return nil
        }
        return faults.note { () throws(PackFault) in
            try entry.source(key).optionalWord(key, type)
        } ?? nil
    }
}

// MARK: Shapes

extension PackRules {
    /// The shapes as a pack names them.
    enum Shape: String, CaseIterable {
        case termlyPupil = "termly-pupil"
        case termlySchool = "termly-school"
        case yearlyPupil = "yearly-pupil"
        case yearlySchool = "yearly-school"
        case attested, everyone, fresh
    }

    private func shape(_ entry: Entry, _ faults: inout PackFaultList) -> Shape? {
        word("shape", Shape.self, entry, &faults)
    }

    private func form(
        _ shape: Shape, _ entry: Entry, _ numbers: PackNumbers, _ faults: inout PackFaultList
    ) -> StatedRule.Form? {
        switch shape {
        case .termlyPupil: only(entry, &faults).map { .termlyPupil($0) }
        case .termlySchool: .termlySchool
        case .yearlyPupil:
            if let due = self.due(entry, numbers, &faults), let only = self.only(entry, &faults) {
                .yearlyPupil(due, only)
            } else {
                nil
            }
        case .yearlySchool:
            due(entry, numbers, &faults).map {
                .yearlySchool(
                    $0, yearBeforeUntil: number("until", "due", entry, numbers, &faults),
                    premiumLimit: number("limit", "days", entry, numbers, &faults))
            }
        case .attested:
            required("due", "due", entry, numbers, &faults).map { .attested($0) }
        case .everyone:
            required("due", "due", entry, numbers, &faults).map {
                .everyone(
                    $0, ownTime: ownTime(entry, &faults), renewal: renewal(entry, numbers, &faults))
            }
        case .fresh:
            if let days = required("days", "days", entry, numbers, &faults),
                let only = self.only(entry, &faults)
            {
                .fresh(days, only)
            } else {
                nil
            }
        }
    }

    private func only(_ entry: Entry, _ faults: inout PackFaultList) -> Condition? {
        guard entry.has("only") else { return .known }
        return word("only", Condition.self, entry, &faults)
    }

    private func ownTime(_ entry: Entry, _ faults: inout PackFaultList) -> Bool {
        faults.note { () throws(PackFault) in
            try entry.source("own_time").flag("own_time")
        } ?? false
    }

    /// What brings a new version out: a policy of the school by its name, or the day of an edition.
    private func renewal(
        _ entry: Entry, _ numbers: PackNumbers, _ faults: inout PackFaultList
    ) -> Renewal? {
        if entry.has("edition") {
            return number("edition", "kcsie", entry, numbers, &faults).map { .edition($0) }
        }
        guard entry.has("renewed_by") else { return nil }
        return faults.note { () throws(PackFault) in
            .policy(try entry.source("renewed_by").text("renewed_by"))
        }
    }

    /// The end of a term by its name, or a day of the year by the name of its number.
    private func due(
        _ entry: Entry, _ numbers: PackNumbers, _ faults: inout PackFaultList
    ) -> DueDay? {
        if case .text(let text)? = entry.fields["due"]?.fields["due"],
            let term = TermName(rawValue: text)
        {
            return .end(term)
        }
        return required("due", "due", entry, numbers, &faults).map { .fixed($0) }
    }

    private func required(
        _ key: String, _ family: String, _ entry: Entry, _ numbers: PackNumbers,
        _ faults: inout PackFaultList
    ) -> PolicyNumber? {
        guard entry.has(key) else {
            faults.add(entry.source(key).fault(key, .missing))
            return nil
        }
        return number(key, family, entry, numbers, &faults)
    }

    /// The number that a rule names; `nil` where it names none.
    private func number(
        _ key: String, _ family: String, _ entry: Entry, _ numbers: PackNumbers,
        _ faults: inout PackFaultList
    ) -> PolicyNumber? {
        guard entry.has(key) else { return nil }
        let source = entry.source(key)
        return faults.note { () throws(PackFault) in
            let name = try source.text(key)
            guard let number = numbers.named("\(family).\(name)") else {
                throw source.fault(key, .wrongType("the name of a number [\(family).NAME]"))
            }
            return number
        }
    }
}
