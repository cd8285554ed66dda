import Domain

/// That somebody wants a part of what is held about a child deleted, until a second person agrees.
public struct DeletionProposal: Hashable, Sendable {
    public let pupil: PupilRef
    public let part: RetentionItem.Part
    /// The login of who proposed it.
    public let by: String
    public let at: Instant
    /// Why the part is due, as it was when it was proposed.
    public let why: String

    static let prefix = "deletion "

    static func name(_ pupil: PupilRef, _ part: RetentionItem.Part) -> String {
        "\(prefix)\(pupil) \(part.text)"
    }

    var setting: String {
        [by, at.iso, why].joined(separator: "\n")
    }

    init(_ item: RetentionItem, by: String, at: Instant) {
        pupil = item.pupil
        part = item.part
        self.by = by
        self.at = at
        why = item.why
    }

    /// Reads a setting of this name; `nil` where it is no proposal.
    init?(_ name: String, _ setting: String) {
        let words = name.dropFirst(Self.prefix.count).split(separator: " ", maxSplits: 1)
        let lines = setting.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard name.hasPrefix(Self.prefix), words.count == 2, lines.count == 3,
            let part = RetentionItem.Part(String(words[1])), let at = Instant(iso: lines[1])
        else { return nil }
        pupil = PupilRef(String(words[0]))
        self.part = part
        by = String(lines[0])
        self.at = at
        why = String(lines[2])
    }
}

/// What is left of a deleted part: that it was there, who wanted it gone, and the hash that binds it.
public struct DeletionProof: Hashable, Sendable {
    /// The entry of the journal that deleted it.
    public let change: ChangeNumber
    public let at: Instant
    /// The login of who confirmed it.
    public let by: String
    public let pupil: PupilRef
    /// The part, who proposed it and why, how many records and lines of the journal went: words.
    public let words: String
    /// The hash of the entry, which the chain goes on proving; 64 hexadecimal digits.
    public let hash: String
}

extension Snapshot {
    /// What has been proposed for deletion and not been confirmed, by child.
    public func deletionProposals() throws -> [DeletionProposal] {
        try settings(startingWith: DeletionProposal.prefix).compactMap {
            DeletionProposal($0.name, $0.value)
        }
    }

    /// Why nothing is deleted for now, an inquiry for example; `nil` where nothing keeps it.
    public func deletionHold() throws -> String? { try setting(RetentionSetting.hold) }

    /// What has been deleted, the newest first.
    public func deletions() throws -> [DeletionProof] {
        try session.all(
            """
            SELECT entry.change, entry.at, entry."by", entry.subject, line.after, entry.hash
            FROM journal entry JOIN journal_records line USING (change)
            WHERE entry.action = '\(HistoryEntry.deletion)' AND line.kind = '\(Setting.kind)'
                AND line.key LIKE '\(RetentionSetting.deleted)%'
            ORDER BY entry.change DESC
            """
        ) { row in
            DeletionProof(
                change: ChangeNumber(rawValue: row.int(0)), at: Instant(seconds: row.int(1)),
                by: row.text(2),
                pupil: Subject(row.text(3))?.pupil ?? PupilRef(row.text(3)), words: row.text(4),
                hash: row.bytes(5).hex)
        }
    }
}

/// The names of what is set about deletion.
enum RetentionSetting {
    static let hold = "deletion-hold"
    static let deleted = "deleted "
}

extension Store {
    /// Keeps everything, whatever is due, as long as the reason stands (an inquiry, a complaint);
    /// `nil` lifts it.
    ///
    /// - Throws: `StoreError.headOrDSLOnly` for who is neither head, DSL nor keeper.
    public func setDeletionHold(
        _ reason: String?, by actor: Actor, on today: Day, at: Instant
    ) throws -> ChangeNumber? {
        if !actor.isKeeper { try requireLead(actor, on: today) }
        return try set(
            RetentionSetting.hold, to: reason, action: "deletion-hold", .school, by: actor, at: at)
    }

    /// Proposes that a part which is due be deleted; nothing goes before a second person agrees.
    ///
    /// - Throws: `StoreError.notPermitted` for whoever may not keep the store as a whole, `notDue`,
    ///   `deletionHeld`, `locked`, `cannotWrite`.
    public func proposeDeletion(
        of item: RetentionItem, by actor: Actor, on today: Day, at: Instant
    ) throws -> ChangeNumber? {
        guard try read({ try $0.clearance(of: actor, at: at) }).holds(.maintenance) else {
            throw StoreError.notPermitted(login: actor.login)
        }
        guard item.isDue(on: today) else { throw StoreError.notDue(item) }
        if let hold = try read({ try $0.deletionHold() }) { throw StoreError.deletionHeld(hold) }
        let proposal = DeletionProposal(item, by: actor.login, at: at)
        return try set(
            DeletionProposal.name(item.pupil, item.part), to: proposal.setting,
            action: "deletion-propose", .pupil(item.pupil), by: actor, at: at)
    }

    /// Whether a login is head or DSL on a day.
    func requireLead(_ actor: Actor, on today: Day) throws {
        let roles = try read { try $0.roles(ofLogin: actor.login, on: today) }
        guard roles.contains(where: { $0.name == .head || $0.name == .dsl }) else {
            throw StoreError.headOrDSLOnly(login: actor.login)
        }
    }
}

extension Snapshot {
    /// The day on which the next school signed for a child's file; `nil` where none has.
    public func filePassedOn(_ pupil: PupilRef) throws -> Day? {
        let key = RecordKey(
            kind: .checklists, parts: [pupil.text, "transition", "file-receipt"])
        return try stored(key).flatMap { Day(iso: $0["done_on"]) }
    }
}
