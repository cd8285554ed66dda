import ArgumentParser
import Domain
import Store

struct NewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "news",
        abstract: "What others have changed since you last acknowledged, by child.")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Put on record that you have read it; cksw undo takes that back.")
    var acknowledge = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        try workspace.require(try workspace.clearance().holds(.history))
        let (news, pupils) = try workspace.store.read { snapshot in
            let news = try snapshot.sinceLooked(for: workspace.actor.login)
            let facts = try snapshot.pupilFacts(of: news.children.map(\.pupil))
            return (news, Dictionary(facts.map { ($0.ref, $0.pupil) }, uniquingKeysWith: { $1 }))
        }
        try workspace.look(at: .school, page: "news")
        if json {
            Console.say(json: news.json.written)
        } else {
            Console.say(workspace.invented + news.lines(pupils))
        }
        if acknowledge {
            _ = try workspace.store.acknowledge(upTo: news.upTo, by: workspace.actor, at: Clock.now)
        }
    }
}

extension Unread {
    fileprivate var json: JSON {
        .object([
            ("since", .number(Int(since.rawValue))),
            ("acknowledged_at", .text(orNull: acknowledgedAt?.iso)),
            ("up_to", .number(Int(upTo.rawValue))),
            (
                "children",
                .list(
                    children.map { child in
                        .object([
                            ("pupil", .text(child.pupil.text)),
                            ("records", .object(child.counts.map { ($0.rawValue, .number($1)) })),
                            ("entries", .list(child.entries.map { .object($0.json) })),
                        ])
                    })
            ),
            ("others", .list(others.map { .object($0.json) })),
        ])
    }

    fileprivate func lines(_ pupils: [PupilRef: Pupil]) -> [String] {
        let when = acknowledgedAt.map { "\($0.londonDay.long) \($0.londonClock)" }
        let head = "since \(when ?? "your first day here")"
        guard !isEmpty else { return ["\(head): nothing by others"] }
        let byChild = children.flatMap { child in
            let name = pupils[child.pupil]?.displayName ?? "no longer on record"
            let counts = child.counts.map { "\($1) \($0.rawValue)" }.joined(separator: ", ")
            return ["\(child.pupil) \(name): \(counts)"] + child.entries.map { "  \($0.line)" }
        }
        return ["\(head):"] + byChild
            + (others.isEmpty ? [] : ["the school:"] + others.map { "  \($0.line)" })
    }
}

extension Unread.OfChild {
    /// In the order of the kinds.
    fileprivate var counts: [(RecordKind, Int)] {
        RecordKind.allCases.compactMap { kind in touched[kind].map { (kind, $0) } }
    }
}
