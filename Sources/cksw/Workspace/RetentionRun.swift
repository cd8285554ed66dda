import Domain
import Exchange
import Store

/// An opened store with what of it is due for deletion.
struct RetentionRun {
    let items: [RetentionItem]
    private let workspace: Workspace
    private let names: [PupilRef: String]
    private let proposals: [String: DeletionProposal]
    private let hold: String?

    /// - Throws: a `Failure` of 77 for whoever may not keep the store as a whole.
    init(_ flags: Flags) throws {
        workspace = try Workspace(flags, .existing)
        try workspace.require(try workspace.clearance().holds(.maintenance))
        let facts = try workspace.wholeFacts()
        let pack = workspace.pack
        (items, proposals, hold) = try workspace.store.read { snapshot in
            let items = try facts.pupils.values.sorted { $0.ref < $1.ref }.flatMap { pupil in
                Retention(
                    of: pupil, in: facts.school,
                    passedOn: try snapshot.filePassedOn(pupil.ref), under: pack
                ).items
            }
            let proposals = try snapshot.deletionProposals().map {
                ("\($0.pupil) \($0.part.text)", $0)
            }
            return (
                items, Dictionary(proposals, uniquingKeysWith: { $1 }),
                try snapshot.deletionHold()
            )
        }
        names = facts.pupils.mapValues(\.pupil.displayName)
    }

    var store: Store { workspace.store }
    var actor: Actor { workspace.actor }
    var today: Day { workspace.today }
    var heading: [String] {
        workspace.invented + (hold.map { ["all is kept for now: \($0)"] } ?? [])
    }

    func look(_ page: String) throws { try workspace.look(at: .school, page: page) }

    /// The part that is named; a failure where nothing of it is held.
    func item(_ part: PartFlags) throws -> RetentionItem {
        let id = "\(part.pupil) \(part.part.joined(separator: " "))"
        guard let item = items.first(where: { $0.id == id }) else {
            throw Failure.notThere("part", id)
        }
        return item
    }

    func line(_ item: RetentionItem) -> String {
        let name = names[item.pupil] ?? ""
        let proposed =
            proposals[item.id].map { "; proposed by \($0.by) on \($0.at.londonDay.long)" } ?? ""
        let state = item.isDue(on: today) ? "due" : "keep"
        return "\(state)  \(item.id)  \(name): kept to \(item.keepTo.iso): \(item.why)\(proposed)"
    }

    func json(_ item: RetentionItem) -> JSON {
        let proposal = proposals[item.id]
        return .object([
            ("pupil", .text(item.pupil.text)), ("part", .text(item.part.text)),
            ("keep_to", .text(item.keepTo.iso)), ("due", .bool(item.isDue(on: today))),
            ("why", .text(item.why)),
            (
                "numbers",
                .list(
                    item.numbers.map(workspace.pack.number).map {
                        .object([
                            ("name", .text($0.name)), ("value", .number($0.value)),
                            ("source", .text($0.source)), ("checked", .text($0.checked.iso)),
                        ])
                    })
            ),
            ("proposed_by", .text(orNull: proposal?.by)),
            ("proposed_at", .text(orNull: proposal?.at.iso)),
        ])
    }
}
