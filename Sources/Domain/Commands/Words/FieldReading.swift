extension FieldSpec {
    /// The text of the bundle for what was typed: dates in words, pounds with a sign, `y`.
    ///
    /// Whether the column takes it is checked with the record.
    func canonical(
        _ text: String, _ context: CommandContext, _ entries: Entries
    ) -> Result<String, FieldType.Problem> {
        switch kind {
        case .pupil, .id, .line, .text: return .success(text)
        case .day:
            return dayAndTime(text, on: context.today).map { .success($0.day.iso) }
                ?? .failure(FieldType.Problem("is not a date like 23/11, Fri or 1 Dec"))
        case .instant:
            let instant = DateWords(today: context.today, lean: .past).instant(
                text, now: context.now)
            return instant.map { .success($0.iso) }
                ?? .failure(FieldType.Problem("is not a time like today 9.20 or Fri 3pm"))
        case .choice(let options), .person(let options), .several(let options):
            return .success(FieldSpec.choose(text, among: options(context, entries)))
        case .people:
            guard let person = FieldSpec.person(text) else {
                return .failure(
                    FieldType.Problem("is not a role and a name, like carer L Ashworth"))
            }
            return .success(person)
        case .money:
            return .success(text.filter { $0 != "£" && $0 != "," })
        case .flag:
            switch text.lowercased() {
            case "yes", "y": return .success("yes")
            case "no", "n": return .success("no")
            default: return .failure(FieldType.Problem("is neither yes nor no"))
            }
        }
    }

    /// The value of the option that was meant, by value or by label; else the text as it is.
    private static func choose(_ text: String, among options: [Choice]) -> String {
        if options.contains(where: { $0.value == text }) { return text }
        let lower = text.lowercased()
        let matches = options.filter {
            [$0.value, $0.label, $0.value.replacing("-", with: " ")]
                .contains { $0.lowercased() == lower }
        }
        return matches.only?.value ?? text
    }

    /// `role=Name` of `social-worker=P Lund` or `social worker P Lund`.
    private static func person(_ text: String) -> String? {
        if let mark = text.firstIndex(of: "=") {
            let role = text[..<mark].lowercased().replacing(" ", with: "-").replacing(
                "_", with: "-")
            let name = String(text[text.index(after: mark)...]).trimmed
            return Roles.pep.contains(role) && !name.isEmpty ? "\(role)=\(name)" : nil
        }
        for role in Roles.pep {
            for spelling in [role, role.replacing("-", with: " ")]
            where text.lowercased().hasPrefix(spelling + " ") {
                let name = String(text.dropFirst(spelling.count)).trimmed
                return name.isEmpty ? nil : "\(role)=\(name)"
            }
        }
        return nil
    }
}

/// Roles of people, as their columns know them.
enum Roles {
    /// Those who can take part in a PEP.
    static let pep = words(.pepPeople, "role")
    /// Those who can stand in `professionals.csv`.
    static let professional = words(.professionals, "role")

    /// The fixed words of a column.
    static func words(_ kind: RecordKind, _ column: String) -> [String] {
        guard case .choice(let words) = kind.schema.column(column)?.type else { return [] }
        return words
    }
}

extension FieldKind {
    /// One of the fixed words of a column.
    static func words(of kind: RecordKind, _ column: String) -> FieldKind {
        guard let found = kind.schema.column(column) else { return .line }
        return words(Roles.words(kind, column), of: found)
    }
}

extension String {
    /// Without spaces at either end.
    package var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
