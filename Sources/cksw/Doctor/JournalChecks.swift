import Domain
import Foundation
import Store

/// Whether the store and its journal are whole, whether the clock agrees with them, and what they
/// know of backups.
struct JournalChecks {
    let store: String
    /// Where backups are kept; `nil` where nobody said.
    let backups: String?
    let now: Instant

    var findings: [Finding] {
        do {
            let opened = try Store.open(at: store, .readOnly)
            defer { opened.close() }
            return try opened.read { snapshot in
                let report = try snapshot.verify()
                let journal =
                    report.isWhole
                    ? Finding.fine("journal", "whole, \(report.entries) entries")
                    : .fault(
                        "journal", report.faults.first ?? "not whole",
                        cure: "cksw verify names every fault; restore the store from a backup")
                let saved = BackupChecks(
                    last: try snapshot.lastBackup(),
                    recipients: try snapshot.backupRecipients().count, folder: backups, now: now)
                return [journal, clock(try snapshot.lastEntry())] + saved.findings
            }
        } catch let error as StoreError {
            if case .notFound = error { return [clock(nil)] }
            return [
                .fault(
                    "journal", error.message,
                    cure: "make it readable, or restore the store from a backup"),
                clock(nil),
            ]
        } catch {
            return [.fault("journal", "\(error)", cure: "report this, please"), clock(nil)]
        }
    }

    /// Every entry has its time from this clock; duties have their day from it.
    private func clock(_ last: HistoryEntry?) -> Finding {
        if let last, last.at > now {
            return .fault(
                "clock", "\(now.iso) is before the journal's last entry, \(last.at.iso)",
                cure: "set the clock; keep it with chrony or systemd-timesyncd")
        }
        let signs = [
            "/run/systemd/timesync/synchronized", "/run/chrony/chronyd.pid", "/run/chronyd.pid",
            "/run/ntpd.pid",
        ]
        let isKept = signs.contains { FileManager.default.fileExists(atPath: $0) }
        return isKept
            ? .fine("clock", "\(now.iso), kept by the network")
            : .hint(
                "clock", "\(now.iso), not kept by the network as far as the system tells",
                cure: "install chrony or turn on systemd-timesyncd")
    }
}

extension Snapshot {
    /// The journal's last entry, a look or a change.
    fileprivate func lastEntry() throws -> HistoryEntry? {
        try history(looks: true, limit: 1).first
    }
}
