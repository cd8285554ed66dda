/// `docs/roles.md`, made from the table of roles.
public enum RolesDocument {
    private static let roles = Role.Name.allCases

    public static func markdown() -> String {
        (introduction + topics + rights + columns + origins).joined(separator: "\n") + "\n"
    }

    private static let introduction = [
        "# Who sees what, and who changes it", "",
        "Made from the table that the program itself asks (`Sources/Domain/Roles`). The keeper, who "
            + "owns the store's file and acts without `--as`, may do everything. Several roles add "
            + "up. A login without a current role gets nothing: status 77, and no word of the content.",
        "",
        "What is not for somebody is taken away before a page, a list, a bundle or a duty is made "
            + "from it; a change is checked once more where it is written. Duties are judged on "
            + "everything that is on record, and then shown where the records that they rest on are "
            + "seen and where they come out the same on what is seen: nobody gets a wrong duty "
            + "because something is kept from them. What is left over is said on every page: *Your "
            + "role sees a part of the record; more may be owed.*",
        "",
        "`own`: of children in whose care a current row of `adults.csv` names the member of staff. "
            + "`known`: of children who have or had a status. `all`: of everyone, and of what is "
            + "about no child. `+`: changes it too. `add`: writes it down where nothing stood, and "
            + "does not read it.",
        "",
    ]

    private static var topics: [String] {
        let head = "| what | " + roles.map(\.rawValue).joined(separator: " | ") + " |"
        return [
            "## Topics", "", head, "|---|" + String(repeating: "---|", count: roles.count),
        ]
            + Topic.allCases.map { topic in
                let cells = roles.map { words(RoleGrants.of($0).grants[topic] ?? .none) }
                return "| **\(topic.rawValue)**: \(topic.words) | "
                    + cells.joined(separator: " | ") + " |"
            } + [""]
    }

    private static func words(_ grant: Grant) -> String {
        guard grant.sees > .nobody else { return grant.changes > .nobody ? "add" : "" }
        return grant.sees.words + (grant.changes > .nobody ? " +" : "")
    }

    private static var rights: [String] {
        let head = "| what | " + roles.map(\.rawValue).joined(separator: " | ") + " |"
        return [
            "## Besides", "", head, "|---|" + String(repeating: "---|", count: roles.count),
        ]
            + Right.allCases.map { right in
                let cells = roles.map { RoleGrants.of($0).rights.contains(right) ? "yes" : "" }
                return "| **\(right.rawValue)**: \(right.words) | "
                    + cells.joined(separator: " | ") + " |"
            } + [""]
    }

    private static var columns: [String] {
        [
            "## Which column belongs where", "",
            "A row is seen by whoever sees its file's topic; a column of another topic is empty for "
                + "whoever does not see that.", "", "| file | topic | columns of another topic |",
            "|---|---|---|",
        ]
            + RecordKind.allCases.map { kind in
                let others = kind.schema.columns.compactMap { column -> String? in
                    let topic = kind.topic(of: column)
                    return topic == kind.topic ? nil : "`\(column.name)` \(topic.rawValue)"
                }
                return "| `\(kind.file)` | \(kind.topic.rawValue) | "
                    + others.joined(separator: ", ") + " |"
            } + [""]
    }

    private static let origins = [
        "## What the tables do not say", "",
        "- The summary of a contact about safeguarding belongs to **plan**.",
        "- A child who is or was previously looked after (PLA) is taken as adopted: nothing on record "
            + "says by which order care ended. Whoever does not see **origins** gets the preferred "
            + "surname and the known-as name in the place of the legal ones, no family word, no "
            + "person of role `parent`, the name of a `parent` at a PEP as *name withheld*, and no "
            + "summary of a contact with a `parent`. So enter adoptive parents as `carer`.",
        "- Naming who holds a role, and every change of a row of staff that has a login, needs "
            + "**accounts**: it decides who sees what.",
        "- A text that somebody does not see stays as it is when they change the rest of its row. "
            + "Nothing that they change may uncover it, and they cannot remove it.",
        "- An administrator is shown everyone on roll alike, so that nothing tells who is known to a "
            + "social worker.",
    ]
}

extension ChildReach {
    fileprivate var words: String {
        switch self {
        case .nobody: ""
        case .own: "own"
        case .known: "known"
        case .everyone: "all"
        }
    }
}
