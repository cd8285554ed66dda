import ViewModels

/// Turns the bytes of a terminal into keys. Bytes may come in pieces of any size: what is not
/// complete waits, and `flush` says that nothing more will come.
public struct KeyDecoder: Sendable {
    /// Longer pastes are cut here. Far more than any field takes, so that a text that was cut is
    /// refused by its field and never kept in part.
    public static let pasteLimit = 65_536

    /// How long a paste may stall. Whoever pastes over a bad line waits for it; a terminal that
    /// never says that it has ended must not keep the keyboard for ever.
    public static let pastePatienceInMilliseconds: Int32 = 10_000

    private static let mostTyped = 16

    private var pending: [UInt8] = []
    private var paste: PasteCollector?
    /// A paste was taken as it had come after a long silence; what follows may be the rest of it.
    private var wasCutShort = false
    /// What is being passed over: its letters must not be typed.
    private var overlong: KeyStep.Overlong?

    public init() {}

    /// How long to wait for more before `flush`; `nil` when nothing waits. A terminal sends a
    /// sequence in one piece, so a short silence after Esc means the key itself; the pieces of a
    /// paste may come slowly over a bad line.
    public var patienceInMilliseconds: Int32? {
        if paste != nil { return Self.pastePatienceInMilliseconds }
        return pending.isEmpty && overlong == nil ? nil : 25
    }

    /// The keys that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        if wasCutShort {
            wasCutShort = false
            let bytes = Array(bytes)
            // Letters of a text must not act as keys. Its end mark tells that they are a text, or
            // that more come at once than fingers type.
            if PasteCollector.hasEnd(bytes) || bytes.count > Self.mostTyped {
                paste = PasteCollector(limit: Self.pasteLimit)
            }
            return feed(bytes)
        }
        pending.append(contentsOf: bytes)
        return decode(isComplete: false)
    }

    /// The keys that the waiting bytes are, now that nothing follows them.
    public mutating func flush() -> [Key] {
        var keys = decode(isComplete: true)
        overlong = nil
        if let collected = paste {
            keys.append(.paste(collected.text))
            paste = nil
            wasCutShort = true
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
            if let passed = overlong {
                guard let rest = passed.end(in: input, isComplete: isComplete) else {
                    input = input.suffix(input.last == 0x1B ? 1 : 0)
                    break
                }
                overlong = nil
                input = rest
                continue
            }
            guard let step = KeyStep(of: input, isComplete: isComplete) else { break }
            input = input.dropFirst(step.length)
            switch step.meaning {
            case .key(let key): keys.append(key)
            case .text(let text): keys += text.map { .character($0) }
            case .pasteStarts: paste = PasteCollector(limit: Self.pasteLimit)
            case .nothing: break
            case .goesOn(let kind): overlong = kind
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

    static func hasEnd(_ bytes: [UInt8]) -> Bool { bytes.contains(end) }

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
