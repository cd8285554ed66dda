import Domain

/// Reads whom a row is about, and finds the child on record.
struct IdentityReader {
    let map: HeadingMap
    let options: ImportOptions
    let today: Day
    /// Whether children are told by name and class alone, which a person has to confirm.
    let goesByName: Bool

    init(_ table: HeadedTable, _ options: ImportOptions, today: Day) {
        map = table.map
        self.options = options
        self.today = today
        goesByName = !table.map.tellsTheChild
    }

    /// The identity of a row, with every fault of its cells.
    func read(_ record: CSVRecord, faults: inout [ImportFault]) -> PupilIdentity {
        func text(_ field: SchoolField) -> String? {
            let text = map.text(field, of: record)
            return text.isEmpty ? nil : text
        }
        var identity = PupilIdentity()
        identity.admission = text(.admissionNumber)
        identity.forenames = [text(.forename), text(.preferredForename)].compactMap { $0 }
        identity.surnames = [text(.surname), text(.preferredSurname)].compactMap { $0 }
        identity.fullName = text(.name)
        identity.classGroup = text(.classGroup)
        if let raw = text(.upn) {
            identity.upn = UPN(raw)?.text
            if identity.upn == nil {
                faults.append(
                    ImportFault(
                        line: record.line, column: map.heading(.upn),
                        "is not a UPN of the right form", found: raw))
            }
        }
        if let raw = text(.born) {
            switch DateSpan.births(on: today).read(raw) {
            case .success(let date): identity.born = date.day
            case .failure(let problem):
                faults.append(
                    ImportFault(
                        line: record.line, column: map.heading(.born), problem.words, found: raw))
            }
        }
        return identity
    }

    /// The child on record, by name and class where the file tells no more.
    func match(_ identity: PupilIdentity, in index: PupilIndex) -> PupilIndex.Match {
        goesByName ? index.matchByName(identity, on: today) : index.match(identity)
    }

    /// Why a child of the file is none on record, and what it has in common with other such lines.
    func absence(_ identity: PupilIdentity, in index: PupilIndex) -> (String, ImportNote.Cause) {
        let words = identity.words
        if goesByName {
            let count = index.namesakes(of: identity, on: today).count
            let cause =
                count > 1
                ? "more than one child on roll has this name and class"
                : "no child on roll has this name and class"
            return ("\(identity.nameAndClass): \(cause)", .init(cause, identity.nameAndClass))
        }
        if identity.isEmpty {
            let cause = "tells no child by number or by full name and date of birth"
            return (cause, .init(cause, words))
        }
        return ("\(words) is not on the roster", .init("not on the roster", words))
    }
}

extension ImportTally {
    /// Refuses a table that tells no child, unless a person confirms who is meant.
    ///
    /// - Returns: whether the table can be used.
    func missingChild(_ table: HeadedTable, _ options: ImportOptions) -> ImportFault? {
        guard table.kind.fields.contains(.admissionNumber), !table.map.tellsTheChild else {
            return nil
        }
        if table.map.tellsNameAndClass {
            if options.confirmsNames { return nil }
            return ImportFault(
                line: table.line,
                "no heading tells the child by number, UPN or date of birth; to take children by "
                    + "full name and class, and see whom each line was taken for, add --confirm-names",
                cause: ImportFault.needsNamesConfirmed)
        }
        return ImportFault(
            line: table.line,
            "no heading tells the child: an admission number, a UPN, or the full name with the "
                + "date of birth; name the column with \(table.cure(for: .admissionNumber))")
    }
}

extension ImportFault {
    /// The file can be taken once a person has confirmed whom its names mean.
    static let needsNamesConfirmed = "names to confirm"
}
