import Domain

/// A section of an Act that is made and not in force, or since a day: no rule rests on it before.
struct ActSection {
    let id: String
    let section: String
    let title: String
    /// The day from which it is in force; `nil` where none is appointed.
    let commenced: Day?
    let source: String
    let checked: Day
    let needsCheck: Bool
}

/// The sections `[act.ID]` of the files of a pack, a later file in place of an earlier one.
struct PackActs {
    private(set) var sections: [String: ActSection] = [:]
    private static let fields: Set<String> = [
        "section", "title", "commenced", "source", "checked", "check",
    ]

    mutating func lay(
        _ table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        for (id, value) in document.inOrder(table, of: "act") {
            let path = ["act", id]
            guard case .table(let fields) = value else {
                faults.add(document.fault(path, .wrongType("a table")))
                continue
            }
            let read = PackFields(document: document, path: path, fields: fields)
            let found = faults.note { () throws(PackFault) in
                try read.allow(PackActs.fields)
                return ActSection(
                    id: id, section: try read.text("section"), title: try read.text("title"),
                    commenced: try commenced(read), source: try read.text("source"),
                    checked: try read.day("checked"), needsCheck: try read.flag("check"))
            }
            if let found { sections[id] = found }
        }
    }

    /// A day, or an empty text where none is appointed.
    private func commenced(_ fields: PackFields) throws(PackFault) -> Day? {
        if case .text("")? = fields.fields["commenced"] { return nil }
        return try fields.day("commenced")
    }
}
