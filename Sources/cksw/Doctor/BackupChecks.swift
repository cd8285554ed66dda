import Foundation

/// How old the newest backup is.
struct BackupChecks {
    let folder: String

    /// A school that saves nightly loses at most a day; two days mean that a night was missed.
    private static let mostHours = 48
    private static let cure =
        "run cksw backup FILE each night from a timer, and keep a copy on another machine"

    var findings: [Finding] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let times = names.compactMap { name -> time_t? in
            var file = stat()
            guard lstat(folder + "/" + name, &file) == 0, file.st_mode & S_IFMT == S_IFREG,
                file.st_size > 0
            else { return nil }
            return file.st_mtim.tv_sec
        }
        guard let newest = times.max() else {
            return [.fault("backups", "none in \(folder)", cure: Self.cure)]
        }
        let hours = (time(nil) - newest) / 3600
        let words = "\(times.count) in \(folder), the newest \(max(0, hours)) hours old"
        return [
            hours <= Self.mostHours
                ? .fine("backups", words) : .fault("backups", words, cure: Self.cure)
        ]
    }
}
