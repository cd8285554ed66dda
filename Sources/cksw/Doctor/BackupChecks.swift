import Domain
import Foundation

/// How old the newest backup is: by the store's own record, and by the files where a folder is named.
struct BackupChecks {
    /// When `cksw backup` last wrote one; `nil` for never.
    let last: Instant?
    /// To how many keys backups are encrypted.
    let recipients: Int
    /// Where the files are kept; `nil` where nobody said.
    let folder: String?
    let now: Instant

    /// A school that saves nightly loses at most a day; two days mean that a night was missed.
    private static let mostHours: Int64 = 48
    private static let cure =
        "run cksw backup FILE each night from a timer, and keep a copy on another machine"

    var findings: [Finding] { [record, keys] + (folder.map { [files(in: $0)] } ?? []) }

    private var record: Finding {
        guard let last else { return .fault("backups", "none was ever made", cure: Self.cure) }
        let hours = (now.seconds - last.seconds) / 3600
        let words = "the last \(max(0, hours)) hours ago"
        return hours <= Self.mostHours
            ? .fine("backups", words) : .fault("backups", words, cure: Self.cure)
    }

    private var keys: Finding {
        switch recipients {
        case 0:
            .fault(
                "backup-keys", "none: cksw backup refuses",
                cure: "make a key on another machine, and add its public part with cksw recipients "
                    + "--add")
        case 1:
            .hint(
                "backup-keys", "one: whoever loses it loses every backup",
                cure: "add a second with cksw recipients --add, and keep it in another place")
        default: .fine("backup-keys", "\(recipients)")
        }
    }

    /// A backup on record whose file is gone is none.
    private func files(in folder: String) -> Finding {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let times = names.compactMap { name -> Int? in
            var file = stat()
            guard lstat(folder + "/" + name, &file) == 0, file.st_mode & S_IFMT == S_IFREG,
                file.st_size > 0
            else { return nil }
            return file.st_mtim.tv_sec
        }
        guard let newest = times.max() else {
            return .fault("backup-files", "none in \(folder)", cure: Self.cure)
        }
        let hours = (now.seconds - Int64(newest)) / 3600
        let words = "\(times.count) in \(folder), the newest \(max(0, hours)) hours old"
        return hours <= Self.mostHours
            ? .fine("backup-files", words) : .fault("backup-files", words, cure: Self.cure)
    }
}
