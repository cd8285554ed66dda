import Domain

/// The clauses of a policy: a table, and what later files drop, reword and add.
struct PackClauses {
    /// A clause's place in the file that names it last, for faults.
    private struct Place {
        let document: PackDocument
        let path: [String]
    }

    private(set) var clauses: [Clause]
    private var dropped: Set<String> = []
    private var places: [String: Place] = [:]

    init(_ clauses: [Clause]) { self.clauses = clauses }

    /// Those that the policy has.
    var kept: [Clause] { clauses.filter { !dropped.contains($0.id) } }

    /// Whether it is a clause, dropped or not.
    func knows(_ id: String) -> Bool { clauses.contains { $0.id == id } }

    /// Drops the clauses that a file names under `without`.
    mutating func drop(
        _ root: PackFields, noting faults: inout PackFaultList
    ) {
        for id in faults.note({ () throws(PackFault) in try root.texts("without") }) ?? [] {
            if knows(id) {
                dropped.insert(id)
            } else {
                faults.add(root.fault("without", .unknownClause(id)))
            }
        }
    }

    /// Adds and rewords the clauses of a file's tables `[clause.ID]`, in the order of its lines.
    mutating func lay(
        _ table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        for (id, value) in document.inOrder(table, of: "clause") {
            let path = ["clause", id]
            guard case .table(let fields) = value else {
                faults.add(document.fault(path, .wrongType("a table with section, kind and text")))
                continue
            }
            let read = PackFields(document: document, path: path, fields: fields)
            faults.note { () throws(PackFault) in
                try read.allow(["section", "kind", "text", "figures"])
            }
            guard let clause = self.clause(id, read, &faults) else { continue }
            places[id] = Place(document: document, path: path)
            if let place = clauses.firstIndex(where: { $0.id == id }) {
                clauses[place] = clause
            } else {
                clauses.append(clause)
            }
        }
    }

    /// What a table leaves out stays as it was.
    private func clause(
        _ id: String, _ fields: PackFields, _ faults: inout PackFaultList
    ) -> Clause? {
        let below = clauses.first { $0.id == id }
        func text(_ key: String, _ known: String?) -> String? {
            if fields.fields[key] == nil, let known { return known }
            return faults.note { () throws(PackFault) in try fields.text(key) }
        }
        let section = text("section", below?.section)
        let words = text("text", below?.text)
        let kind = text("kind", below.map { $0.isComputed ? "computed" : "attested" })
        guard let section, let words, let kind else { return nil }
        guard kind == "computed" || kind == "attested" else {
            faults.add(fields.fault("kind", .wrongType("computed or attested")))
            return nil
        }
        return Clause(
            id: id, section: section, isComputed: kind == "computed", text: words,
            figures: figures(fields, &faults) ?? below?.figures ?? [])
    }

    /// What stands beside its attestation; `nil` where the table does not say.
    private func figures(
        _ fields: PackFields, _ faults: inout PackFaultList
    ) -> [ClauseFigure]? {
        guard fields.fields["figures"] != nil else { return nil }
        let names = faults.note { () throws(PackFault) in try fields.texts("figures") } ?? []
        return names.compactMap { name in
            if let figure = ClauseFigure(rawValue: name) { return figure }
            let known = ClauseFigure.allCases.map(\.rawValue).joined(separator: ", ")
            faults.add(fields.fault("figures", .wrongType("figures, each one of: \(known)")))
            return nil
        }
    }

    /// A fault for each clause that a file names and no rule shows.
    func faults(shownBy rules: [Rule]) -> [PackFault] {
        let shown = Set(rules.flatMap(\.clauses))
        return kept.compactMap { clause in
            guard !shown.contains(clause.id), let place = places[clause.id] else { return nil }
            return place.document.fault(place.path, .notShown(clause.id))
        }
    }
}
