import Domain
import Exchange
import ViewModels

extension Duty {
    /// The duty as `cksw duties --json` prints it.
    func json(on today: Day) -> JSON { .object(members(today)) }

    /// As `cksw status --json` prints a line of Now: with how many others stand behind it.
    func json(on today: Day, others: Int) -> JSON {
        .object(members(today) + [("others", .number(others))])
    }

    private func members(_ today: Day) -> [(String, JSON)] {
        [
            ("subject", .text(subject.text)), ("rule", .text(rule.rawValue)),
            ("clauses", .list(clauses.map { .text($0) })),
            ("reference", .text(reference.text)), ("due", .text(orNull: due?.iso)),
            ("state", .text(state.rawValue)), ("late", .number(late)),
            ("line", .text(line(on: today))), ("reason", .text(sentence(on: today))),
            ("next", .text(orNull: next?.words)),
            ("action", .text(orNull: next?.action.rawValue)), ("statutory", .bool(isStatutory)),
        ]
    }

    /// The duty with its reason, state first.
    func written(on today: Day) -> String { "\(head): \(sentence(on: today))" }

    /// The same in the few words of a list, for mail.
    func inMail(on today: Day) -> String { "\(head): \(line(on: today))" }

    private var head: String {
        let due = due.map { " due \($0.iso)" } ?? ""
        let late = late > 0 ? " (\(late) late)" : ""
        return "\(state.rawValue)\(due)\(late): \(id.text)"
    }
}

extension DutyID {
    var json: [(String, JSON)] {
        [
            ("subject", .text(subject.text)), ("rule", .text(rule.rawValue)),
            ("reference", .text(reference.text)),
        ]
    }
}

extension TurnedDuty {
    /// As `cksw record --json` and `cksw policy preview --json` print it.
    var json: JSON {
        .object(
            id.json + [
                ("before", .text(orNull: before?.rawValue)),
                ("after", .text(orNull: after?.rawValue)),
            ])
    }
}

extension Working {
    /// The keys that `cksw why --json` adds to those of the duty.
    func json(law: String?) -> [(String, JSON)] {
        [
            (
                "facts",
                .list(
                    facts.map {
                        .object([
                            ("text", .text($0.text)), ("file", .text($0.kind.file)),
                            ("key", .text(orNull: $0.key?.description)),
                        ])
                    })
            ),
            ("sum", .text(sum)), ("law", .text(orNull: law)),
            (
                "numbers",
                .list(
                    numbers.map {
                        .object([
                            ("name", .text($0.name)),
                            (
                                "value",
                                $0.isDay ? .text($0.words) : .number($0.value)
                            ),
                            ("source", .text($0.source)), ("checked", .text($0.checked.iso)),
                        ])
                    })
            ),
            (
                "least_act",
                leastAct.map {
                    .object([("action", .text($0.action.rawValue)), ("text", .text($0.words))])
                } ?? .null
            ),
        ]
    }
}
