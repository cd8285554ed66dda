// Who the child is to the authority, and who stands around the child.
extension ChronologyReading {
    /// Coming on roll and leaving it.
    var roll: [ChronologyEntry] {
        let row = lines(.moves, of: facts.pupil)
        let told: [ChronologyEntry?] = [
            row.happened("admitted", "Came on roll"), row.dated("left", "Last day on roll"),
        ]
        return told.found
    }

    /// Statuses, each with the last day on which it holds; a row that goes on where another of its
    /// kind ends begins nothing.
    var statuses: [ChronologyEntry] {
        begun(facts.statuses, \.span).flatMap { status -> [ChronologyEntry] in
            let row = lines(.status, of: status)
            let (span, kind) = (status.span, status.kind)
            let details: [String?] = [
                status.legalStatus?.words, row.text("local_authority"),
                row.record.text("category").map { $0.categoryWords }, row.text("note"),
            ]
            let goesOn = span.to.map { holds(kind, on: $0 + 1) } ?? false
            let begins = holds(kind, on: span.from - 1) ? "goes on" : "from this day"
            let told: [ChronologyEntry?] = [
                row.happened("from", "\(kind.title) \(begins)" + details.joined(after: ": ")),
                goesOn ? nil : row.dated("to", kind.lastDay),
            ]
            return told.found
        }
    }

    private func holds(_ kind: CareKind, on day: Day) -> Bool {
        facts.statuses.contains { $0.kind == kind && $0.span.contains(day) }
    }

    /// Social workers, carers, parents and the others, with the days on which how to reach them was
    /// found right.
    var professionals: [ChronologyEntry] {
        begun(facts.professionals, \.span).flatMap { person -> [ChronologyEntry] in
            let row = lines(.people, of: person)
            let role = person.role.rawValue.roleWords
            let organisation: [String?] = [row.text("organisation")]
            let told: [ChronologyEntry?] = [
                row.happened(
                    "from",
                    "\(role.sentenceCase) from this day: \(person.name)"
                        + organisation.joined(after: ", ")),
                row.dated("to", "\(person.name)'s last day as \(role)"),
                row.happened(
                    "checked_on", "How to reach \(person.name), \(role), was found right"),
            ]
            return told.found
        }
    }

    /// Key adults, mentors and teachers.
    var adults: [ChronologyEntry] {
        begun(facts.adults, \.span).flatMap { adult -> [ChronologyEntry] in
            let row = lines(.people, of: adult)
            let kind = adult.record["kind"].roleWords
            let name = school.staffName(adult.staff)
            let told: [ChronologyEntry?] = [
                row.happened("from", "\(kind.sentenceCase) from this day: \(name)"),
                row.dated("to", "\(name)'s last day as \(kind)"),
            ]
            return told.found
        }
    }

    /// What the school census asked.
    var census: [ChronologyEntry] {
        facts.census.compactMap { entry in
            let answers: [String?] = CensusWords.columns.map { column, words in
                words[entry.record[column]]
            }
            return lines(.other, of: entry).happened(
                "on", "School census" + answers.joined(after: ": "))
        }
    }

    /// The rows of a span that has begun: what is to begin later is not so yet.
    func begun<Row: FactRow>(_ rows: [Row], _ span: (Row) -> Span) -> [Row] {
        rows.filter { span($0).from <= today }
    }
}

/// The census's codes in words (DfE, code sets CS087, CS134, CS118, CS006).
enum CensusWords {
    /// A code in words; `nil` where the column is none of the census.
    static func words(of code: String, in column: String) -> String? {
        columns.first { $0.0 == column }?.1[code]
    }

    static let columns: [(String, [String: String])] = [
        (
            "post_looked_after",
            [
                "N": "leaving care not declared", "A": "adopted from care",
                "G": "special guardianship after care", "R": "residence order after care",
                "C": "child arrangements order after care",
                "O": "adopted from care outside England and Wales",
            ]
        ),
        (
            "kinship",
            [
                "ND": "kinship care not declared", "KF": "formal kinship care",
                "KI": "informal kinship care", "KU": "kinship care, arrangement not known",
            ]
        ),
        (
            "young_carer",
            [
                "N": "no young carer", "P": "young carer, as the parent says",
                "S": "young carer, as the school says",
            ]
        ),
        (
            "service_child",
            [
                "Y": "service child", "N": "no service child",
                "U": "not known whether a service child", "R": "service child: not answered",
            ]
        ),
    ]
}
