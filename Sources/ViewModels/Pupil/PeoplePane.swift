import Domain

extension Sheet {
    /// Who is around the child, with telephone numbers; those of today first.
    static func people(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let own = facts.professionals.map { person in
            PersonRow(
                id: person.key.description, role: person.role.rawValue.roleWords, name: person.name,
                phone: person.isBarred ? "" : person.phone ?? "",
                organisation: person.record["organisation"],
                note: person.contactNote, span: person.span,
                isCurrent: person.span.contains(model.today), record: person.key)
        }
        let adults = facts.adults.map { adult in
            PersonRow(
                id: adult.key.description, role: adult.record["kind"].roleWords,
                name: model.staffName(adult.staff), phone: "", organisation: model.schoolName,
                note: nil, span: adult.span, isCurrent: adult.span.contains(model.today),
                record: adult.key)
        }
        let school = model.facts.school.school
        let virtual = school?.virtualSchoolName.map { name in
            PersonRow(
                id: "virtual-school", role: "Virtual School", name: name,
                phone: school?.virtualSchoolPhone ?? "", organisation: "", note: nil, span: nil,
                isCurrent: true)
        }
        let all = adults + own + (virtual.map { [$0] } ?? [])
        let current = all.filter(\.isCurrent)
        let former = all.filter { !$0.isCurrent }
        return Sheet(
            id: "people", digit: 1, title: "People",
            content: .list(
                PersonRow.columns,
                current.map(\.item)
                    + (former.isEmpty ? [] : [.heading("former", "Not now")] + former.map(\.item))),
            empty: "Nobody is on record: no social worker, no carer, no key adult.")
    }
}

/// A person of the child's as a row.
struct PersonRow: Sendable {
    let id: String
    let role: String
    let name: String
    let phone: String
    let organisation: String
    /// A warning about ringing.
    let note: String?
    let span: Span?
    let isCurrent: Bool
    var record: RecordKey?

    static let columns = [
        TableColumn("Who", minimum: 14, share: 1), TableColumn("Name", minimum: 14, share: 2),
        TableColumn("Ring", minimum: 14, share: 1), TableColumn("", minimum: 14, share: 1),
        TableColumn("From", minimum: 14, share: 2, priority: 1),
    ]

    var item: SheetItem {
        SheetItem(
            id: id, record: record, search: { _ in "\(role) \(name)" }, row: { _ in row })
    }

    private var row: Row {
        let from = [organisation, span?.words ?? ""].filter { !$0.isEmpty }
        return Row(
            id: id,
            cells: [
                [Phrase(role.sentenceCase)], [Phrase(name)], [Phrase(phone)],
                note.map { [Phrase($0, .warning)] } ?? [],
                [Phrase(from.joined(separator: ", "), .muted)],
            ],
            spoken: ([role.sentenceCase, name, phone, note ?? ""] + from).filter { !$0.isEmpty }
                .joined(separator: ", "))
    }
}

extension Professional {
    /// Whether this person must not be contacted.
    var isBarred: Bool { contact == "no" }

    /// What must be known before ringing.
    var contactNote: String? {
        switch contact {
        case "no": "do not contact"
        case "ask-dsl": "ask the DSL first"
        default: nil
        }
    }
}
