import Domain

/// Imports a file that a school's own system wrote, of any kind.
public struct SchoolFile: Sendable {
    private let bytes: [UInt8]
    private let name: String

    public init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// What the file would do as a file of this kind; nothing is written.
    public func plan(
        as kind: ImportKind, _ options: ImportOptions, existing: some SchoolOnRecord
    ) -> ImportPlan {
        switch kind {
        case .roster:
            RosterImport(options).plan(bytes: bytes, fileName: name, existing: existing)
        case .attendance:
            AttendanceImport(options).plan(bytes: bytes, fileName: name, existing: existing)
        case .staff:
            StaffImport(options: options).plan(bytes: bytes, fileName: name, existing: existing)
        case .contacts:
            ContactsImport(options: options).plan(
                bytes: bytes, fileName: name, existing: existing)
        case .suspensions:
            SuspensionsImport(options: options).plan(
                bytes: bytes, fileName: name, existing: existing)
        case .ctf: CTFImport(options).plan(bytes: bytes, fileName: name, existing: existing)
        }
    }

    /// The kind that the file itself tells: XML is a common transfer file; of a table the reading
    /// that takes the most rows.
    ///
    /// - Parameter kinds: those that may be brought in.
    public func plan(
        among kinds: [ImportKind], _ options: (ImportKind) -> ImportOptions,
        existing: some SchoolOnRecord
    ) -> ImportPlan? {
        if bytes.prefix(200).first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") {
            return kinds.contains(.ctf)
                ? plan(as: .ctf, options(.ctf), existing: existing) : nil
        }
        let plans = kinds.filter { $0 != .ctf }.map {
            plan(as: $0, options($0), existing: existing)
        }
        return plans.max { SchoolFile.rank($0) < SchoolFile.rank($1) }
    }

    /// How well a reading fits: taken rows first, then how many columns it reads.
    private static func rank(_ plan: ImportPlan) -> (Int, Int, Int) {
        let read = plan.columns.filter { $0.words != "not read" }.count
        return (plan.isRefused ? 0 : 1, plan.isRefused ? 0 : plan.accepted, read)
    }
}
