import Domain
import Exchange
import Store

/// Why a command ends without having done what was asked: a status of `sysexits.h` and words.
struct Failure: Error {
    static let wrongUse: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let fault: Int32 = 70
    static let cannotWrite: Int32 = 73
    static let notPermitted: Int32 = 77

    let status: Int32
    let lines: [String]

    init(_ status: Int32, _ lines: String...) {
        self.init(status: status, lines: lines)
    }

    init(status: Int32, lines: [String]) {
        self.status = status
        self.lines = lines
    }

    /// The failure that an error of another room stands for; `nil` for one that is none of ours.
    init?(describing error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StoreError: self.init(error.exitStatus, error.message)
        case let refusal as BundleRefusal:
            self.init(status: refusal.status, lines: refusal.lines)
        case let fault as BundleWriteFault: self.init(Self.cannotWrite, fault.words)
        case let fault as FileFault: self.init(fault.status, fault.words)
        case let fault as PackFault: self.init(Self.badData, fault.words)
        case let faults as RecordFaults:
            self.init(status: Self.badData, lines: faults.faults.map(\.words))
        default: return nil
        }
    }

    static func unknown(_ what: String, _ name: String) -> Failure {
        Failure(wrongUse, "\(VisibleText.of(name)): there is no such \(what)")
    }

    static func notForRole(_ actor: Actor) -> Failure {
        Failure(
            notPermitted,
            "\(VisibleText.of(actor.login)): this is not for the roles of this login; ask the head or "
                + "the keeper of the store")
    }

    static func notThere(_ what: String, _ name: String) -> Failure {
        Failure(noInput, "\(VisibleText.of(name)): there is no such \(what) on record")
    }
}

extension BundleRefusal {
    fileprivate var status: Int32 {
        switch self {
        case .noFolder: Failure.noInput
        case .badData: Failure.badData
        }
    }
}

extension FileFault {
    fileprivate var status: Int32 {
        switch self {
        case .missing: Failure.noInput
        case .notRegular: Failure.badData
        case .unreadable: Failure.noInput
        }
    }
}

extension FieldFault {
    /// `planned_for: is not a date like 2026-11-23: soon`.
    var words: String {
        "\(column): \(problem)" + (found.isEmpty ? "" : ": \(VisibleText.of(found))")
    }
}
