import Domain

/// Where a journal stands: the number and the hash of its last entry, as one line that can be
/// mailed or written down. A journal whose end is cut off, or that was made anew, no longer fits it.
public struct JournalAnchor: Hashable, Sendable {
    public let change: ChangeNumber
    /// 64 hexadecimal digits.
    public let hash: String

    private static let head = "cksw-anchor 1"

    init(change: ChangeNumber, hash: String) {
        self.change = change
        self.hash = hash
    }

    /// Reads a line that `text` wrote; what a mail program puts around it does not matter.
    ///
    /// - Returns: `nil` where there is none in it.
    public init?(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let start = words.indices.first(where: { words[$0] == "cksw-anchor" }),
            words.count > start + 3, words[start + 1] == "1", let number = Int64(words[start + 2]),
            number >= 0, words[start + 3].count == 64, words[start + 3].allSatisfy(\.isHexDigit)
        else { return nil }
        self.init(
            change: ChangeNumber(rawValue: number), hash: words[start + 3].lowercased())
    }

    /// `cksw-anchor 1 57 4f2c…`.
    public var text: String { "\(JournalAnchor.head) \(change) \(hash)" }
}

extension Snapshot {
    /// Where the journal stands now.
    public func anchor() throws -> JournalAnchor {
        JournalAnchor(change: try lastChange(), hash: try Meta.head(session))
    }

    /// What is wrong between the journal and an anchor that was taken of it earlier, in a sentence;
    /// `nil` where they fit. The chain up to the anchor is to be verified besides.
    public func fault(against anchor: JournalAnchor) throws -> String? {
        let last = try lastChange()
        guard anchor.change <= last else {
            return "The journal ends at change \(last); the anchor knew change \(anchor.change): "
                + "the end was cut off."
        }
        let hash =
            anchor.change == .none
            ? Chain.genesis.hex
            : try session.first(
                "SELECT hash FROM journal WHERE change = ?", [anchor.change.cell]
            ) { $0.bytes(0).hex }
        guard hash == anchor.hash else {
            return "Change \(anchor.change) of the journal is not the one that the anchor knew."
        }
        return nil
    }
}
