import Domain

/// Asks of every record that is about to be written whether the actor may: the one place that the
/// dashboard, `cksw record`, every import, undo and redo pass.
struct Permission {
    /// What is being done; taking back is judged by both ends of the change.
    enum Way {
        case recording
        case reversing(isOwn: Bool)
        /// A child gets another number, or the old one back: what hangs on it stays what it is.
        case renumbering
    }

    private let session: DatabaseSession
    private let actor: Actor
    private let clearance: Clearance
    private let way: Way
    private let standings: ChildStandings

    init(_ session: DatabaseSession, _ actor: Actor, _ clearance: Clearance, _ way: Way) {
        self.session = session
        self.actor = actor
        self.clearance = clearance
        self.way = way
        standings = ChildStandings(Snapshot(session), clearance)
    }

    /// Whether a child gets another number, or an old one back.
    var isRenumbering: Bool {
        if case .renumbering = way { return true }
        return false
    }

    /// Refuses a command that touches a kind which the actor changes of no child at all, before
    /// anything of the store is compared with it.
    func admit(_ command: Command) throws {
        guard !clearance.isKeeper else { return }
        guard command.kinds.allSatisfy({ clearance.changes($0.definition.topicOfChange) }),
            command.settings.keys.allSatisfy({ $0.isFor(clearance) })
        else { throw refusal }
    }

    /// Refuses to take back what the actor could not have done, before it is said what rests on it.
    func admitReversing(of change: ChangeNumber) throws {
        guard !clearance.isKeeper else { return }
        for touch in try Journal.touches(of: change, session) {
            guard clearance.changes(touch.key.kind.definition.topicOfChange) else { throw refusal }
        }
        for setting in try Journal.settings(of: change, session) {
            guard mayReverse(setting) else { throw refusal }
        }
    }

    /// Refuses another number for a child whose own row the actor may not change.
    func admitRenumbering(of pupil: PupilRef) throws {
        guard !clearance.isKeeper else { return }
        let topic = RecordKind.pupils.definition.topicOfChange
        guard clearance.changes(topic, of: try standings.of(pupil)) else { throw refusal }
    }

    /// The record as it is to be written over the one that stands; `nil` for one that goes.
    func admit(_ record: Record?, over stored: Record?) throws -> Record? {
        if isRenumbering { return record }
        guard !clearance.isKeeper, let either = stored ?? record else { return record }
        let child = try standing(of: either)
        // Its parts may go after it, and are still judged by whose it was.
        if record == nil { standings.keep(either) }
        do {
            // A record that moves to another child is a change of both.
            if let record, let stored,
                try standings.owner(of: record) != standings.owner(of: stored)
            {
                _ = try clearance.writing(record, over: stored, child: standing(of: record))
            }
            switch way {
            case .reversing(let isOwn):
                try clearance.reversing(from: stored, to: record, child: child, isOwn: isOwn)
                return record
            case .recording:
                if let record {
                    return try clearance.writing(record, over: stored, child: child)
                }
                if let stored { try clearance.removing(stored, child: child) }
                return nil
            case .renumbering: return record
            }
        } catch is ChangeRefused {
            throw refusal
        }
    }

    func admitMarks(of pupil: PupilRef) throws {
        if isRenumbering { return }
        guard !clearance.isKeeper else { return }
        do {
            try clearance.changingMarks(of: try standings.of(pupil))
        } catch is ChangeRefused {
            throw refusal
        }
    }

    /// A record as the actor sees it.
    func sight(of record: Record) throws -> Record? {
        try standings.sight(of: record)
    }

    /// What is set for the whole school is taken back by whoever set it and may keep the store, how
    /// far one has read and what one wants of the program by oneself, and what a command has set by
    /// whom its roles allow to set it.
    private func mayReverse(_ setting: Setting.Change) -> Bool {
        guard case .reversing(isOwn: true) = way else { return false }
        let own =
            [Acknowledged.name(actor.login)]
            + Preference.allCases.map { $0.setting(of: actor.login) }
        return own.contains(setting.name) || clearance.holds(.maintenance)
            || StoreSetting(name: setting.name)?.isFor(clearance) == true
    }

    private var refusal: StoreError { .notPermitted(login: actor.login) }

    private func standing(of record: Record) throws -> ChildStanding? {
        try standings.owner(of: record).map { try standings.of($0) }
    }
}
