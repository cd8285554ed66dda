import Domain

/// `docs/sources.md`: every number, law and profile of the pack with its source, and whether somebody
/// has confirmed it.
public enum SourcesDocument {
    /// The document of the pack that travels inside the program, made from its files.
    public static func markdown() -> String {
        let layers: [PackLoader.File] = [.england, .rules, .hertfordshire]
        return markdown(
            of: PackLoader.check(layers, named: PackLoader.File.hertfordshire.name).parts)
    }

    static func markdown(of parts: PackParts) -> String {
        let numbers = parts.numbers + statedNumbers(parts)
        let profiles = parts.authorities.flatMap { profile in
            profile.parts.map { (profile, $0) }
        }
        let doubtful =
            numbers.count(where: \.needsCheck) + profiles.count { $0.1.needsCheck }
            + parts.acts.count(where: \.needsCheck)
        let all = numbers.count + profiles.count + parts.acts.count
        return
            ([
                "# Sources", "",
                "Made from the policy pack. *Confirmed*: somebody has read the value in the source on "
                    + "that day. *Check*: the value is common knowledge of the field, or a summary's; "
                    + "ask before you rely on it. *Choice*: the school's own, which no source gives. "
                    + "\(doubtful) of \(all) are to be checked.", "",
                "A school's or an authority's own file changes any of them ([policy.md](policy.md)).",
            ] + section("Numbers", "| number | value | source | day | |", numbers.map(row))
            + section(
                "Law behind the rules", "| rule | law or guidance |",
                parts.law.sorted { $0.key < $1.key }.map {
                    "| `\($0.key)` | \($0.value.tableCell) |"
                })
            + section(
                "Acts that are not in force",
                "| section | title | in force from | source | day | |", parts.acts.map(row))
            + section(
                "Authorities", "| authority | what | source | day | |",
                profiles.map { row($0.0, $0.1) })).joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ head: String, _ rows: [String]) -> [String] {
        let columns = head.count { $0 == "|" } - 1
        return ["", "## \(title)", "", head, "|" + String(repeating: "---|", count: columns)] + rows
    }

    private static func row(_ number: PolicyNumber) -> String {
        "| `\(number.name)` | \(number.words) | \(number.source.tableCell) | "
            + "\(number.checked.dayMonthYear) | \(mark(number.needsCheck, number.source)) |"
    }

    private static func row(_ act: ActSection) -> String {
        "| \(act.section) | \(act.title.tableCell) | \(act.commenced?.dayMonthYear ?? "not appointed") | "
            + "\(act.source.tableCell) | \(act.checked.dayMonthYear) | \(mark(act.needsCheck, act.source)) |"
    }

    private static func row(_ profile: AuthorityProfile, _ part: any ProfilePart) -> String {
        "| \(profile.name) | \(type(of: part).key) | \(part.source.tableCell) | "
            + "\(part.checked.dayMonthYear) | \(mark(part.needsCheck, part.source)) |"
    }

    /// What a school chooses for itself has nothing to be confirmed in.
    private static func mark(_ needsCheck: Bool, _ source: String) -> String {
        if needsCheck { return "check" }
        return source.hasPrefix("School's choice") ? "choice" : "confirmed"
    }

    /// The numbers that the stated rules name for themselves, each once.
    private static func statedNumbers(_ parts: PackParts) -> [PolicyNumber] {
        var seen: Set<String> = []
        return parts.stated.flatMap(\.form.numbers).filter { seen.insert($0.name).inserted }
            .sorted { $0.name < $1.name }
    }
}
