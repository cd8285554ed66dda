import Foundation

/// Who owns the store's files, and who else could read them.
struct FileChecks {
    let store: String

    var findings: [Finding] {
        guard let file = Self.status(store) else {
            return [
                .fault(
                    "store", "no file at \(store)",
                    cure: "cksw import or cksw makes one; --db names another")
            ]
        }
        // Of a link the owner's check says all.
        guard file.st_mode & S_IFMT == S_IFREG else { return [owner(file)] }
        let folder = (store as NSString).deletingLastPathComponent
        return [owner(file), mode("store-mode", store, file, wanted: 0o600)]
            + ["-wal", "-shm"].compactMap { suffix in
                Self.status(store + suffix).map {
                    mode("store\(suffix)-mode", store + suffix, $0, wanted: 0o600)
                }
            }
            + (Self.status(folder).map {
                [mode("folder-mode", folder, $0, wanted: 0o700), folderOwner($0, file)]
            } ?? [])
    }

    /// The file itself, not what a link leads to.
    private static func status(_ path: String) -> stat? {
        var file = stat()
        return lstat(path, &file) == 0 ? file : nil
    }

    private func owner(_ file: stat) -> Finding {
        guard file.st_mode & S_IFMT == S_IFREG else {
            return .fault(
                "store-owner", "\(store) is no plain file",
                cure: "keep the store itself in a folder of the account, not a link to it")
        }
        let name = Self.name(of: file.st_uid)
        guard file.st_uid == geteuid() else {
            return .fault(
                "store-owner", "owned by \(name), and you are \(Self.name(of: geteuid()))",
                cure: "run cksw doctor as \(name), or give the store to the service account with "
                    + "chown")
        }
        guard file.st_uid != 0 else {
            return .hint(
                "store-owner", "owned by root",
                cure: "give it to a service account that does nothing else: docs/install-ssh.md")
        }
        return .fine("store-owner", "owned by \(name)")
    }

    private func folderOwner(_ folder: stat, _ file: stat) -> Finding {
        folder.st_uid == file.st_uid
            ? .fine("folder-owner", "owned by \(Self.name(of: folder.st_uid))")
            : .fault(
                "folder-owner",
                "owned by \(Self.name(of: folder.st_uid)), who can replace the store",
                cure: "chown the folder to the owner of the store")
    }

    private func mode(_ check: String, _ path: String, _ file: stat, wanted: mode_t) -> Finding {
        let mode = file.st_mode & 0o7777
        let words = String(mode, radix: 8)
        return mode & 0o077 == 0
            ? .fine(check, words)
            : .fault(
                check, "\(words): others than the owner can reach \(path)",
                cure: "chmod \(String(wanted, radix: 8)) \(path)")
    }

    static func name(of account: uid_t) -> String {
        guard let entry = getpwuid(account), let name = entry.pointee.pw_name else {
            return "account \(account)"
        }
        return String(cString: name)
    }
}
