import ViewModels

/// Turns the bytes of a terminal into keys. Bytes may come in pieces of any size: what is not
/// complete waits, and `flush` says that nothing more will come.
public struct KeyDecoder: Sendable {
    /// Longer pastes are cut here. Far more than any field takes, so that a text that was cut is
    /// refused by its field and never kept in part.
    public static let pasteLimit = 65_536

    private var pending: [UInt8] = []
    private var paste: PasteCollector?

    public init() {}

    /// How long to wait for more before `flush`; `nil` when nothing waits. A terminal sends a
    /// sequence in one piece, so a short silence after Esc means the key itself; the pieces of a
    /// paste may come slowly over a bad line.
    public var patienceInMilliseconds: Int32? {
        if paste != nil { return 1000 }
        return pending.isEmpty ? nil : 25
    }

    /// The keys that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        pending.append(contentsOf: bytes)
        return decode(isComplete: false)
    }

    /// The keys that the waiting bytes are, now that nothing follows them.
    public mutating func flush() -> [Key] {
        var keys = decode(isComplete: true)
        if let collected = paste {
            keys.append(.paste(collected.text))
            paste = nil
        }
        pending = []
        return keys
    }

    private mutating func decode(isComplete: Bool) -> [Key] {
        var keys: [Key] = []
        var input = pending[...]
        while !input.isEmpty {
            if paste != nil {
                guard let text = collect(&input) else { break }
                keys.append(.paste(text))
                continue
            }
            guard let step = KeyStep(of: input, isComplete: isComplete) else { break }
            input = input.dropFirst(step.length)
            switch step.meaning {
            case .key(let key): keys.append(key)
            case .text(let text): keys += text.map { .character($0) }
            case .pasteStarts: paste = PasteCollector(limit: Self.pasteLimit)
            case .nothing: break
            }
        }
        pending = Array(input)
        return keys
    }

    /// Hands the bytes of a paste to its collector; its text when it has ended.
    private mutating func collect(_ input: inout ArraySlice<UInt8>) -> String? {
        while let byte = input.popFirst() {
            if paste?.take(byte) == .ended {
                defer { paste = nil }
                return paste?.text
            }
        }
        return nil
    }
}

/// What has come so far of a bracketed paste.
private struct PasteCollector: Sendable {
    enum State { case going, ended }

    private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

    let limit: Int
    private var bytes: [UInt8] = []
    /// How many bytes of the end mark have matched.
    private var matched = 0

    init(limit: Int) { self.limit = limit }

    var text: String { String(decoding: bytes.prefix(limit), as: UTF8.self) }

    mutating func take(_ byte: UInt8) -> State {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count ? .ended : .going
        }
        keep(Self.end.prefix(matched))
        // Esc stands only at the start of the mark, so a failed match can begin again only there.
        matched = byte == Self.end[0] ? 1 : 0
        if matched == 0 { keep(CollectionOfOne(byte)) }
        return .going
    }

    private mutating func keep(_ new: some Collection<UInt8>) {
        if bytes.count < limit { bytes.append(contentsOf: new) }
    }
}
