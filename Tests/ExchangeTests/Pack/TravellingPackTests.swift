import Domain
import Support
import Testing

@testable import Exchange

/// The pack inside the program is Swift that `make docs` writes from the files under Resources.
struct TravellingPackTests {
    @Test("The pack inside is what its files say")
    func written() throws {
        let (parts, faults) = PackLoader.check(
            [.england, .rules, .hertfordshire], named: "hertfordshire.toml")
        #expect(faults.isEmpty)
        let lines = PackSource(parts).lines
        let path = "Sources/Exchange/Pack/TravellingPack.swift"
        #expect(try Recorded.difference(lines, at: path) == nil)
        // What was compiled, too: a file that nobody compiled anew proves nothing.
        #expect(PackSource(TravellingPack.parts).lines == lines)
    }
}

/// A pack as Swift: one line for each of its values.
private struct PackSource {
    let parts: PackParts

    init(_ parts: PackParts) { self.parts = parts }

    var lines: [String] {
        [
            "// swift-format-ignore-file",
            "import Domain",
            "",
            "/// The pack that travels inside the program, written from the files under Resources/policies,",
            "/// Resources/authorities and Resources/calendars by `make docs`; a test compares the two. One line",
            "/// for each value.",
            "enum TravellingPack {",
            "    static let parts = PackParts(",
            "        name: \(literal(parts.name)), numbers: numbers, clauses: clauses, codes: codes,",
            "        bankHolidays: bankHolidays, law: law, stated: stated, sdqBands: sdqBands,",
            "        authority: \(parts.authority.map(literal) ?? "nil"), dates: dates,",
            "        authorities: authorities)",
        ]
            + list("numbers", "[PolicyNumber]", parts.numbers.map(literal))
            + list("clauses", "[Clause]", parts.clauses.map(literal))
            + list("codes", "[RegisterCodeTable.Entry]", parts.codes.map(literal))
            + [
                "",
                "    private static let bankHolidays: [Day] = \(parts.bankHolidays.map(\.rawValue))",
                "        .map(Day.init(rawValue:))",
            ]
            + list(
                "law", "[String: String]",
                parts.law.sorted { $0.key < $1.key }.map { "\(literal($0)): \(literal($1))" })
            + list("stated", "[StatedRule]", parts.stated.map(literal))
            + list("sdqBands", "[SDQ.Informant: [SDQScore.Scale?: [Int]]]", bands)
            + list("dates", "[YearDates]", parts.dates.map(literal))
            + list(
                "authorities", "[AuthorityProfile]",
                parts.authorities.map { ProfileSource($0).line })
            + ["}"]
    }

    private func list(_ name: String, _ type: String, _ values: [String]) -> [String] {
        ["", "    private static let \(name): \(type) = ["] + values.map { "        \($0)," }
            + ["    ]"]
    }

    private var bands: [String] {
        SDQ.Informant.allCases.compactMap { informant in
            guard let limits = parts.sdqBands[informant] else { return nil }
            let scales: [SDQScore.Scale?] = [nil] + SDQScore.Scale.allCases
            let texts = scales.compactMap { scale in
                limits[scale].map { "\(scale.map { ".\($0)" } ?? "nil"): \($0)" }
            }
            return ".\(informant): [\(texts.joined(separator: ", "))]"
        }
    }

    // MARK: Values

    private func literal(_ text: String) -> String { text.debugDescription }

    private func literal(_ day: Day) -> String { "Day(rawValue: \(day.rawValue))" }

    private func literal(_ day: Day?) -> String { day.map { literal($0) } ?? "nil" }

    private func literal(_ number: PolicyNumber) -> String {
        "PolicyNumber(name: \(literal(number.name)), value: \(number.value), unit: "
            + "\(literal(number.unit)), source: \(literal(number.source)), checked: "
            + "\(literal(number.checked)), needsCheck: \(number.needsCheck))"
    }

    private func literal(_ clause: Clause) -> String {
        "Clause(id: \(literal(clause.id)), section: \(literal(clause.section)), isComputed: "
            + "\(clause.isComputed), text: \(literal(clause.text))"
            + (clause.figures.isEmpty
                ? "" : ", figures: [\(clause.figures.map { ".\($0)" }.joined(separator: ", "))]")
            + ")"
    }

    private func literal(_ entry: RegisterCodeTable.Entry) -> String {
        "RegisterCodeTable.Entry(code: RegisterCode.all[\(place(entry.code))], category: "
            + ".\(entry.category), meaning: \(literal(entry.meaning)), validFrom: "
            + "\(literal(entry.validFrom)), validTo: \(literal(entry.validTo)))"
    }

    private func place(_ code: RegisterCode) -> Int { RegisterCode.all.firstIndex(of: code) ?? -1 }

    private func literal(_ authority: Authority) -> String {
        "Authority(name: \(literal(authority.name)), virtualSchool: "
            + "\(literal(authority.virtualSchool)), email: \(literal(authority.email)), telephone: "
            + "\(literal(authority.telephone)), source: \(literal(authority.source)), checked: "
            + "\(literal(authority.checked)))"
    }

    private func literal(_ dates: YearDates) -> String {
        func days(_ days: [TermName: YearDates.Days]) -> String {
            let texts = TermName.allCases.compactMap { name in
                days[name].map { ".\(name): .init(\(literal($0.first)), \(literal($0.last)))" }
            }
            return "[\(texts.joined(separator: ", "))]"
        }
        return "YearDates(year: AcademicYear(start: \(dates.year.start)), terms: "
            + "\(days(dates.terms)), halfTerms: \(days(dates.halfTerms)), source: "
            + "\(literal(dates.source)), checked: \(literal(dates.checked)), needsCheck: "
            + "\(dates.needsCheck))"
    }

    private func literal(_ rule: StatedRule) -> String {
        let words = rule.words
        return "StatedRule(RuleWords(\(literal(words.id.rawValue)), title: "
            + "\(literal(words.title)), wording: \(literal(words.wording)), "
            + "clauses: \(words.clauses), topic: .\(words.topic), next: "
            + "NextAction(.\(words.next.action), \(literal(words.next.words)))), \(literal(rule.form)), "
            + "evidence: [\(rule.evidence.map(qualified).joined(separator: ", "))], needsEvery: "
            + "\(rule.needsEvery))"
    }

    private func literal(_ wording: Wording) -> String {
        let always = [
            ("short", wording.short), ("missing", wording.missing), ("done", wording.done),
        ]
        let sentences =
            wording.did.map { [("did", $0)] }
            ?? [("lacks", wording.lacks), ("shows", wording.shows)]
        let others = [("open", wording.open), ("staff", wording.staff)].compactMap { name, text in
            text.map { (name, $0) }
        }
        let texts = (always + sentences + others).map { "\($0.0): \(literal($0.1))" }
        return "Wording(\(literal(wording.noun)), \(texts.joined(separator: ", ")))"
    }

    private func literal(_ form: StatedRule.Form) -> String {
        switch form {
        case .termlyPupil(let only): ".termlyPupil(.\(only))"
        case .termlySchool: ".termlySchool"
        case .yearlyPupil(let due, let only): ".yearlyPupil(\(literal(due)), .\(only))"
        case .yearlySchool(let due, let until, let limit):
            ".yearlySchool(\(literal(due)), yearBeforeUntil: \(until.map(literal) ?? "nil"), "
                + "premiumLimit: \(limit.map(literal) ?? "nil"))"
        case .attested(let number): ".attested(\(literal(number)))"
        case .everyone(let number, let ownTime, let renewal):
            ".everyone(\(literal(number)), ownTime: \(ownTime), renewal: "
                + "\(renewal.map(literal) ?? "nil"))"
        case .fresh(let number, let only): ".fresh(\(literal(number)), .\(only))"
        }
    }

    private func literal(_ renewal: Renewal) -> String {
        switch renewal {
        case .policy(let name): ".policy(\(literal(name)))"
        case .edition(let number): ".edition(\(literal(number)))"
        }
    }

    private func literal(_ due: DueDay) -> String {
        switch due {
        case .fixed(let number): ".fixed(\(literal(number)))"
        case .end(let term): ".end(.\(term))"
        }
    }

    /// A case as Swift's own reflection writes it, which the compiler reads.
    private func qualified(_ evidence: Evidence) -> String {
        String(reflecting: evidence).replacing("Domain.Evidence", with: "")
    }
}
