import Domain

/// A rehearsal as `cksw rehearse` prints it, with what another policy would cost beside it.
struct RehearsalOutput {
    private let rehearsal: Rehearsal
    private let other: Rehearsal?
    private let pack: PolicyPack

    init(_ rehearsal: Rehearsal, beside other: Rehearsal?, under pack: PolicyPack) {
        self.rehearsal = rehearsal
        self.other = other
        self.pack = pack
    }

    // MARK: Lines

    var lines: [String] {
        let kinds = section("By kind", Rehearsal.Kind.allCases, rehearsal.kinds)
        let people = section("By who must do it", Rehearsal.Who.allCases, rehearsal.people)
        return [heading, difference, kinds, people, peaks, weeks, unkept, open].flatMap { $0 }
    }

    private var heading: [String] {
        let setting = rehearsal.setting
        let backlog = rehearsal.backlog
        return [
            "Rehearsed from \(setting.today.long) to \(setting.until.long) under "
                + "\(rehearsal.policy): \(rehearsal.schoolDays.count) school days, "
                + "\(setting.absencePercent) % absence, seed \(setting.seed)",
            rehearsal.total.words
                + (backlog.acts > 0 ? "; of them \(backlog.words) owed when it began" : ""),
        ]
    }

    private var difference: [String] {
        guard let other else { return [] }
        let kinds = Rehearsal.Kind.allCases.compactMap { kind -> String? in
            let change = other.kinds.load(kind) - rehearsal.kinds.load(kind)
            return change == Rehearsal.Load() ? nil : "  \(kind.rawValue): \(change.signed)"
        }
        return [
            "Under \(other.policy): \(other.total.words)",
            "Difference: \((other.total - rehearsal.total).signed)",
        ] + kinds
    }

    private func section<Part: RawRepresentable & Hashable>(
        _ title: String, _ parts: [Part], _ loads: [Part: Rehearsal.Load]
    ) -> [String] where Part.RawValue == String {
        let rows = parts.compactMap { part in
            loads[part].map { "  \(part.rawValue): \($0.words)" }
        }
        return rows.isEmpty ? [] : ["", title] + rows
    }

    private var peaks: [String] {
        let peaks = rehearsal.peaks()
        return peaks.isEmpty
            ? [] : ["", "Peak weeks"] + peaks.map { "  \($0.monday.long): \($0.words)" }
    }

    private var weeks: [String] {
        ["", "Week by week"]
            + rehearsal.weeks.map { week in
                "  \(week.monday.long): "
                    + (week.schoolDays == 0 && week.load.acts == 0 ? "no school" : week.words)
            }
    }

    private var unkept: [String] {
        let lines = rehearsal.unkeptLines
        guard !lines.isEmpty else { return ["", "Everything can be kept"] }
        return ["", "What cannot be kept, whatever is done"]
            + lines.flatMap { line -> [String] in
                let head =
                    "  \(line.clauses.joined(separator: ", ")) \(line.title): \(line.count), first "
                    + "found \(line.since.long)"
                return [head] + line.why.prefix(Self.mostReasons).map { "    \($0)" }
            }
    }

    private static let mostReasons = 3

    private var open: [String] {
        let lines = rehearsal.openLines
        guard !lines.isEmpty else { return [] }
        return ["", "Open on \(rehearsal.setting.until.long)"]
            + lines.map { line in
                "  \(line.state.rawValue): \(line.title): \(line.count)"
                    + (line.due.map { ", first due \($0.long)" } ?? "")
            }
    }

    // MARK: JSON

    var json: JSON {
        let setting = rehearsal.setting
        let head: [(String, JSON)] = [
            ("today", .text(setting.today.iso)), ("until", .text(setting.until.iso)),
            ("pack", .text(rehearsal.policy)), ("absence", .number(setting.absencePercent)),
            ("seed", .text("\(setting.seed)")),
            ("school_days", .number(rehearsal.schoolDays.count)),
        ]
        let parts: [(String, JSON)] = [
            ("backlog", .object(rehearsal.backlog.json)), ("kinds", kinds(rehearsal.kinds)),
            ("people", people(rehearsal.people)), ("weeks", .list(rehearsal.weeks.map(week))),
            ("peaks", .list(rehearsal.peaks().map { JSON.text($0.monday.iso) })),
            ("unkept", .list(rehearsal.unkeptLines.map(\.json))),
            ("open", .list(rehearsal.openLines.map(\.json))),
            ("numbers", .list(Rehearsal.Kind.allCases.map(number))),
            ("other", other.map(beside) ?? .null),
        ]
        return .object(head + rehearsal.total.json + parts)
    }

    private func week(_ week: Rehearsal.Week) -> JSON {
        let head: [(String, JSON)] = [
            ("week", .text(week.monday.iso)), ("school_days", .number(week.schoolDays)),
        ]
        return .object(head + week.load.json + [("kinds", kinds(week.kinds))])
    }

    private func kinds(_ loads: [Rehearsal.Kind: Rehearsal.Load]) -> JSON {
        .list(
            Rehearsal.Kind.allCases.compactMap { kind -> JSON? in
                guard let load = loads[kind] else { return nil }
                return .object([("kind", .text(kind.rawValue))] + load.json)
            })
    }

    private func people(_ loads: [Rehearsal.Who: Rehearsal.Load]) -> JSON {
        .list(
            Rehearsal.Who.allCases.compactMap { who -> JSON? in
                guard let load = loads[who] else { return nil }
                return .object([("who", .text(who.rawValue))] + load.json)
            })
    }

    private func number(_ kind: Rehearsal.Kind) -> JSON {
        let number = pack.number(kind.number)
        return .object([
            ("name", .text(number.name)), ("value", .number(number.value)),
            ("source", .text(number.source)), ("checked", .text(number.checked.iso)),
        ])
    }

    private func beside(_ other: Rehearsal) -> JSON {
        let head: [(String, JSON)] = [("pack", .text(other.policy))]
        let parts: [(String, JSON)] = [
            ("kinds", kinds(other.kinds)), ("people", people(other.people)),
            ("unkept", .list(other.unkeptLines.map(\.json))),
            ("difference", .object((other.total - rehearsal.total).json)),
        ]
        return .object(head + other.total.json + parts)
    }
}

extension [Rehearsal.Kind: Rehearsal.Load] {
    /// The work of a kind; none where it has none.
    fileprivate func load(_ kind: Rehearsal.Kind) -> Rehearsal.Load { self[kind] ?? .init() }
}

extension Rehearsal.Load {
    /// `412 acts, 6530 minutes`.
    fileprivate var words: String {
        let time = minutes == 1 ? "1 minute" : "\(minutes) minutes"
        return (acts == 1 ? "1 act, " : "\(acts) acts, ") + time
    }

    /// `+12 acts, −90 minutes`.
    fileprivate var signed: String {
        "\(Self.signed(acts)) acts, \(Self.signed(minutes)) minutes"
    }

    private static func signed(_ number: Int) -> String {
        number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "0"
    }

    fileprivate var json: [(String, JSON)] {
        [("acts", .number(acts)), ("minutes", .number(minutes))]
    }
}

extension Rehearsal.Week {
    /// The work, and the kinds of which it is, the most minutes first.
    fileprivate var words: String {
        let order = Rehearsal.Kind.allCases
        let parts = order.enumerated().compactMap { place, kind in
            kinds[kind].map { (place: place, kind: kind, load: $0) }
        }.sorted { one, other in
            (other.load.minutes, one.place) < (one.load.minutes, other.place)
        }
        let words = parts.map { "\($0.load.acts) × \($0.kind.rawValue)" }.joined(separator: ", ")
        return load.words + (words.isEmpty ? "" : " (\(words))")
    }
}

extension Rehearsal.UnkeptLine {
    fileprivate var json: JSON {
        .object([
            ("clauses", .list(clauses.map { .text($0) })), ("rule", .text(rule.rawValue)),
            ("title", .text(title)), ("count", .number(count)), ("since", .text(since.iso)),
            ("why", .list(why.map { .text($0) })),
        ])
    }
}

extension Rehearsal.OpenLine {
    fileprivate var json: JSON {
        .object([
            ("rule", .text(rule.rawValue)), ("title", .text(title)),
            ("state", .text(state.rawValue)), ("count", .number(count)),
            ("due", .text(orNull: due?.iso)),
        ])
    }
}
