import ArgumentParser
import Domain
import Exchange

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Every clause of the policy, and how it stands.",
        discussion: """
            A clause stands as the worst of its duties does; where nothing is on record that could \
            show it, it is unknown and never met.
            """,
        subcommands: [List.self, Check.self, Preview.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "All clauses with state, rules and how many are short.")

        @OptionGroup var global: GlobalFlags

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let workspace = try Workspace(global.flags, .existing)
            let clearance = try workspace.clearance()
            try workspace.require(clearance.holds(.policy))
            let facts = try workspace.wholeFacts()
            try workspace.look(at: .school, page: "policy")
            let duties = allDuties(facts, on: workspace.today, under: workspace.pack)
            let ledger = PolicyLedger(
                duties, facts, on: workspace.today, under: workspace.pack)
            if json {
                Console.say(json: JSON.list(ledger.lines.map { $0.json(clearance) }).written)
            } else {
                Console.say(
                    workspace.invented + [workspace.pack.name]
                        + [
                            facts.school.recordsBeginWords(in: AcademicYear(of: workspace.today))
                        ].compactMap { $0 } + ledger.lines.map { $0.words(clearance) })
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Say all that is wrong with policy packs and authorities' profiles, by line.",
            discussion: """
                A file with authority-profile = true is read as an authority's profile, any other as \
                a pack.
                """)

        @Argument(
            help: ArgumentHelp(
                "Files, or some of: \(PackLoader.names.joined(separator: ", ")).",
                valueName: "file"))
        var packs: [String]

        func run() throws {
            var wrong: [String] = []
            for pack in packs {
                let faults = PackLoader.faults(of: pack)
                wrong += faults.map(\.words)
                if faults.isEmpty { Console.say([try summary(of: pack)]) }
            }
            guard wrong.isEmpty else { throw Failure(status: Failure.badData, lines: wrong) }
        }

        private func summary(of pack: String) throws -> String {
            if let profile = try PackLoader.profile(pack) { return profile.summary }
            let found = try PackLoader.load(pack)
            return "\(found.name): nothing is wrong; \(found.clauses.count) clauses, "
                + "\(found.rules.count) rules"
        }
    }

    struct Preview: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "preview",
            abstract: "Whose duties would turn under another policy pack; nothing is changed.")

        @OptionGroup var global: GlobalFlags

        @Argument(help: "A file, or one of: \(PackLoader.names.joined(separator: ", ")).")
        var other: String

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let other = try PackLoader.load(other)
            let workspace = try Workspace(global.flags, .existing)
            try workspace.require(try workspace.clearance().isWhole)
            let facts = try workspace.wholeFacts()
            try workspace.look(at: .school, page: "policy")
            let turned = turned(
                before: allDuties(facts, on: workspace.today, under: workspace.pack),
                after: allDuties(facts, on: workspace.today, under: other))
            if json {
                Console.say(json: JSON.list(turned.map(\.json)).written)
            } else {
                Console.say(
                    workspace.invented
                        + (turned.isEmpty
                            ? ["no duty would turn"]
                            : ["\(turned.count) duties would turn"] + turned.map(\.words)))
            }
        }
    }
}

extension AuthorityProfile {
    /// Its parts by their keys, and which of them the authority has to be asked about.
    fileprivate var summary: String {
        func keys(_ parts: [any ProfilePart]) -> String {
            parts.isEmpty ? "none" : parts.map(\.place).joined(separator: ", ")
        }
        return "\(name): nothing is wrong; a profile with \(keys(parts)); to be checked: "
            + keys(parts.filter(\.needsCheck))
    }
}

extension ProfilePart {
    /// Its table in a file: `cut-off.2026-27`.
    fileprivate var place: String {
        let year = (self as? AuthorityProfile.CutOffs)?.year
        return [Self.key, year?.label].compactMap { $0 }.joined(separator: ".")
    }
}

extension PolicyLedger.Line {
    fileprivate func json(_ clearance: Clearance) -> JSON {
        .object([
            ("id", .text(clause.id)), ("section", .text(clause.section)),
            ("kind", .text(clause.isComputed ? "computed" : "attested")),
            ("state", .text(state.rawValue)), ("rules", .list(rules.map { .text($0.rawValue) })),
            ("attested_on", .text(orNull: attestedOn?.iso)),
            ("short", .shown(clearance.shown(short.count, of: .all))),
            ("children", .shown(clearance.shown(touched, of: .all))),
            ("reason", .text(orNull: silence)),
        ])
    }

    /// The state first, then the clause.
    fileprivate func words(_ clearance: Clearance) -> String {
        let attested = attestedOn.map { "; attested \($0.iso)" } ?? ""
        let count = clearance.shown(short.count, of: .all).words
        let children = clearance.shown(touched, of: .all).words
        let touches =
            touched == 0 ? "" : " (\(children == "1" ? "1 child" : "\(children) children"))"
        let missing = short.isEmpty ? "" : "; \(count) short\(touches)"
        let why = silence.map { "; \($0)" } ?? ""
        return "\(state.rawValue): \(clause.id) \(clause.text)\(missing)\(attested)\(why)"
    }
}

extension TurnedDuty {
    fileprivate var words: String {
        "\(id.text): \(before?.rawValue ?? "not owed") → \(after?.rawValue ?? "not owed")"
    }
}
