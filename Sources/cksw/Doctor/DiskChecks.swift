import Foundation

/// Hints whether the disk under the store is encrypted, as far as the system tells.
struct DiskChecks {
    let folder: String

    var findings: [Finding] { [encryption, swap] }

    private static let cure =
        "keep the store on an encrypted disk (LUKS, or the host's volume encryption) and write down "
        + "which"

    private var encryption: Finding {
        guard let mount = Mount.holding(folder) else {
            return .hint("disk", "what the store stands on cannot be told", cure: Self.cure)
        }
        if ["ecryptfs", "fuse.gocryptfs", "fuse.encfs"].contains(mount.type) {
            return .fine("disk", "encrypted: \(mount.type)")
        }
        guard mount.type != "nfs", mount.type != "nfs4", mount.type != "cifs" else {
            return .fault(
                "disk",
                "the store stands on a network share (\(mount.type)), where SQLite's locks "
                    + "are not safe", cure: "move it to a disk of this machine")
        }
        if Self.isEncrypted(device: mount.device) { return .fine("disk", "encrypted: dm-crypt") }
        return .hint(
            "disk",
            "no encryption found under \(mount.point) (\(mount.type)); the host may have "
                + "its own", cure: Self.cure)
    }

    /// What was in memory can reach the disk by way of swap.
    private var swap: Finding {
        let text = (try? String(contentsOfFile: "/proc/swaps", encoding: .utf8)) ?? ""
        let devices = text.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        guard let device = devices.first else { return .fine("swap", "none") }
        var file = stat()
        if stat(device, &file) == 0, file.st_mode & S_IFMT == S_IFBLK,
            Self.isEncrypted(device: Mount.number(file.st_rdev))
        {
            return .fine("swap", "encrypted")
        }
        return .hint(
            "swap", "\(device): no encryption found",
            cure: "encrypt it (crypttab's swap option), use zram, or turn it off")
    }

    /// Whether a block device, or one that it is made of, is a device-mapper target of dm-crypt.
    private static func isEncrypted(device: String, depth: Int = 0) -> Bool {
        let base = "/sys/dev/block/\(device)"
        let id = try? String(contentsOfFile: base + "/dm/uuid", encoding: .utf8)
        if id?.hasPrefix("CRYPT-") == true { return true }
        guard depth < 8,
            let parts = try? FileManager.default.contentsOfDirectory(atPath: base + "/slaves")
        else { return false }
        return parts.contains { part in
            let number = try? String(contentsOfFile: base + "/slaves/\(part)/dev", encoding: .utf8)
            return number.map {
                isEncrypted(
                    device: $0.trimmingCharacters(in: .whitespacesAndNewlines), depth: depth + 1)
            } ?? false
        }
    }
}

/// A line of `/proc/self/mountinfo` (proc(5)).
private struct Mount {
    let device: String
    let point: String
    let type: String

    /// The mount that holds a path: the one with the longest point above it.
    static func holding(_ path: String) -> Mount? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        let path = String(cString: real)
        let text = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap(Mount.init)
            .filter { $0.point == "/" || path == $0.point || path.hasPrefix($0.point + "/") }
            .max { $0.point.count < $1.point.count }
    }

    private init?(_ line: Substring) {
        let halves = line.components(separatedBy: " - ")
        guard halves.count == 2 else { return nil }
        let fields = halves[0].split(separator: " ")
        guard fields.count > 4, let type = halves[1].split(separator: " ").first else { return nil }
        device = String(fields[2])
        point = String(fields[4])
        self.type = String(type)
    }

    /// `259:1` of a device's number, in glibc's form.
    static func number(_ device: dev_t) -> String {
        let bits = UInt64(device)
        let major = (bits >> 8) & 0xFFF | (bits >> 32) & ~0xFFF
        let minor = bits & 0xFF | (bits >> 12) & ~0xFF
        return "\(major):\(minor)"
    }
}
