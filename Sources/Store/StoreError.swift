import Domain

/// Why a store could not do what was asked; nothing has changed in any of these cases.
public enum StoreError: Error, Hashable, Sendable {
    /// No file stands at the path.
    case notFound(path: String)
    /// Something stands there that is no store, or no longer a whole one.
    case notAStore(path: String, what: Impostor)
    /// A newer version of this program wrote it.
    case newer(path: String)
    /// A store was to be made where something stands.
    case alreadyThere(path: String)
    /// Another process held it for longer than we wait.
    case locked(path: String)
    /// The system does not let us read it.
    case unavailable(path: String, why: String)
    /// It was to be written, and the file, its folder or the disk does not allow it.
    case cannotWrite(path: String, why: String)
    /// It is the store as it was known on a day, which nothing changes any more.
    case asKnown(on: Day)
    /// A look could not be put on record; reading goes on.
    case lookNotOnRecord(path: String, why: String)
    /// Records are others now than the person saw: all of them, each with what was seen, what
    /// stands now and what the person wants.
    case movedOn([Conflict])
    /// A record would name another that is not there.
    case dangling(key: RecordKey, column: String, target: RecordKey)
    /// A child would get a number that another child has, or had.
    case numberTaken(PupilRef)
    /// A change cannot be undone or redone because a later one rests on it.
    case restsOn(change: ChangeNumber, later: HistoryEntry)
    /// There is no change of this number.
    case noSuchChange(ChangeNumber)
    /// An entry of the journal that is no change, or is undone already.
    case notUndoable(ChangeNumber, why: String)
    /// The roles of this login do not allow the change.
    case notPermitted(login: String)
    /// A backup was to be encrypted, and it is not on record to whom.
    case noRecipients
    /// The program that encrypts and decrypts could not do it.
    case encryption(why: String)
    /// What was to be restored cannot be.
    case notABackup(path: String, why: String)
    /// What was to be deleted is to be kept longer.
    case notDue(RetentionItem)
    /// Nothing is deleted for now, for this reason.
    case deletionHeld(String)
    /// Nobody has proposed the deletion that somebody confirms.
    case notProposed(RetentionItem)
    /// Who proposed a deletion cannot confirm it.
    case needsAnother(RetentionItem)
    /// Only the head or the DSL may do this.
    case headOrDSLOnly(login: String)
    /// Only the account that owns the store may do this.
    case keeperOnly
    /// An error of ours.
    case fault(String)

    /// What stands in the place of a store.
    public enum Impostor: Hashable, Sendable {
        case folder, notAFile, empty, otherData, otherProgram, half, damaged
        /// Damaged where it says which tables it has: nothing else of it can be found.
        case listLost
    }
}

extension StoreError {
    /// What happened and the cure, in one line.
    public var message: String {
        switch self {
        case .notFound(let path):
            "\(path): there is no store here; make one with cksw import or cksw demo, or name "
                + "another with --db"
        case .notAStore(let path, let what): "\(path): \(what.words)"
        case .newer(let path): "\(path): a newer cksw wrote this store; update cksw"
        case .alreadyThere(let path):
            "\(path): something stands here already; name another place with --db"
        case .locked(let path):
            "\(path): another program is writing to this store; try again when it has ended"
        case .unavailable(let path, let why):
            "\(path): the store cannot be opened: \(why); cksw doctor says more, and a backup can be "
                + "restored"
        case .cannotWrite(let path, let why):
            "\(path): nothing was changed, it cannot be written: \(why); make room, or let the "
                + "account write there, and try again"
        case .asKnown(let day):
            "nothing was changed: this is what was known on \(day.long), and can only be read; leave "
                + "out --known"
        case .lookNotOnRecord(let path, let why):
            "\(path): this look is not on record, the store cannot be written: \(why); make room, or "
                + "let its owner write to it"
        case .movedOn(let conflicts): Self.words(conflicts)
        case .dangling(let key, let column, let target):
            "\(key.kind.rawValue) \(key): \(column): names \(target), which is no record of "
                + "\(target.kind.file)"
        case .numberTaken(let number):
            "\(number.text): is another child's number, or was it once; give another"
        case .restsOn(let change, let later):
            "change \(change) cannot be undone or redone: change \(later.change) "
                + "(\(later.action) by \(later.by), \(later.at.londonDay.long)) rests on it; undo "
                + "that first"
        case .noSuchChange(let change):
            "change \(change): there is no such change; see cksw history"
        case .notUndoable(let change, let why): "change \(change) cannot be undone: \(why)"
        case .notPermitted(let login):
            "\(login): the roles of this login do not allow this change; ask the head or the keeper "
                + "of the store"
        case .noRecipients:
            "nothing was written: it is not on record to whom backups are encrypted; name a public "
                + "key with cksw recipients --add age1…, or say --unencrypted"
        case .encryption(let why): "nothing was written: \(why)"
        case .notABackup(let path, let why):
            "\(path): nothing was replaced, this cannot be restored: \(why)"
        case .notDue(let item):
            "\(item.id): is to be kept until \(item.keepTo.long): \(item.why)"
        case .deletionHeld(let reason):
            "nothing was deleted, all is kept for now: \(reason); cksw retention --lift ends that"
        case .notProposed(let item):
            "\(item.id): nobody has proposed to delete it; see cksw retention"
        case .needsAnother(let item):
            "\(item.id): who proposed it cannot confirm it; another head or DSL must"
        case .headOrDSLOnly(let login):
            "\(login): only the head or the DSL may do this"
        case .keeperOnly:
            "only the keeper, the account that owns the store, may do this; act without --as"
        case .fault(let what): "an error of ours, please report it: \(what)"
        }
    }

    /// The exit status of `sysexits.h` that the command line ends with.
    public var exitStatus: Int32 {
        switch self {
        case .notAStore, .newer, .movedOn, .dangling, .restsOn, .notUndoable, .noRecipients,
            .notABackup, .notDue, .deletionHeld, .numberTaken:
            65
        case .notFound, .noSuchChange, .notProposed: 66
        case .locked, .unavailable, .encryption: 69
        case .fault: 70
        case .notPermitted: 77
        case .alreadyThere, .cannotWrite, .lookNotOnRecord: 73
        case .asKnown, .keeperOnly, .needsAnother, .headOrDSLOnly: 77
        }
    }

    private static func words(_ conflicts: [Conflict]) -> String {
        guard let first = conflicts.first else { return "nothing has changed since you saw it" }
        let more = conflicts.count - 1
        return "\(first.key.kind.rawValue) \(first.key): has changed since you saw it; you saw "
            + "\(words(first.seen)), now there is \(words(first.current)); "
            + (more > 0 ? "\(more) more have changed too; " : "")
            + "nothing was written; look again, then change it"
    }

    private static func words(_ record: Record?) -> String {
        guard let record else { return "none" }
        let filled = zip(record.kind.schema.columns, record.values).filter { !$1.isEmpty }
        return "(" + filled.map { "\($0.name) \($1)" }.joined(separator: ", ") + ")"
    }
}

extension StoreError.Impostor {
    private static let other = "; name a store with --db"
    private static let cures =
        "restore it from a backup, or save what can be read with cksw export bundle --salvage DIR"

    var words: String {
        switch self {
        case .folder: "is a folder, not a store" + Self.other
        case .notAFile: "is no regular file, and so not a store" + Self.other
        case .empty: "is an empty file, not a store" + Self.other
        case .otherData: "is not a store of cksw" + Self.other
        case .otherProgram: "is another program's database, not a store of cksw" + Self.other
        case .half: "is only a part of a store, the rest is missing; " + Self.cures
        case .damaged: "is a damaged store; " + Self.cures
        case .listLost:
            "is a damaged store, and nothing can be saved from it: the list of its tables is lost; "
                + "restore it from a backup"
        }
    }
}
