import Domain

/// The chain of hashes that binds each entry of the journal to all before it.
///
/// An entry's hash is SHA-256 over its predecessor's, its own fields, the children whom it is about
/// and the digests of its lines; a line's digest, over its salt and its own fields. Each field has
/// its kind and length before it, so that no two read the same. A line that retention deletes
/// leaves its digest, and the chain goes on proving the rest; the salt, which goes with the line,
/// keeps what stood there from being guessed and tried.
struct Chain {
    /// What the first entry is bound to: SHA-256 of `cksw journal 1`.
    static let genesis = {
        var digest = SHA256()
        digest.update(Array("cksw journal 1".utf8))
        return digest.finish()
    }()

    private var digest = FieldDigest()

    /// Begins the hash of an entry with its own fields.
    init(after previous: [UInt8], _ fields: [ChainField]) {
        digest.add(.blob(previous))
        for field in fields { digest.add(field) }
    }

    /// The hash of the entry, 32 bytes.
    mutating func finish(pupils: [ChainField], digests: [[UInt8]]) -> [UInt8] {
        digest.add(.int(Int64(pupils.count)))
        for pupil in pupils { digest.add(pupil) }
        digest.add(.int(Int64(digests.count)))
        for line in digests { digest.add(.blob(line)) }
        return digest.finish()
    }

    /// The digest of a line, 32 bytes.
    static func digest(salt: [UInt8], _ fields: [ChainField]) -> [UInt8] {
        var digest = FieldDigest()
        digest.add(.blob(salt))
        for field in fields { digest.add(field) }
        return digest.finish()
    }

    /// Sixteen bytes that nobody can guess.
    static func newSalt() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<2).flatMap { _ in
            withUnsafeBytes(of: random.next() as UInt64) { [UInt8]($0) }
        }
    }
}

/// A field as the chain hashes it: texts by their bytes, which a damaged or doctored file may have
/// in no order that makes a text.
enum ChainField: Hashable, Sendable {
    case null
    case int(Int64)
    case text([UInt8])
    case blob([UInt8])

    init(_ cell: Cell) {
        switch cell {
        case .null: self = .null
        case .int(let number): self = .int(number)
        case .text(let text): self = .text(Array(text.utf8))
        case .blob(let bytes): self = .blob(bytes)
        }
    }
}

/// A digest of fields, each with its kind and length before it.
struct FieldDigest {
    private static let bufferSize = 65_536

    private var digest = SHA256()
    private var buffer: [UInt8] = []

    mutating func add(_ field: ChainField) {
        switch field {
        case .null: buffer.append(0)
        case .int(let number):
            buffer.append(1)
            add(UInt64(bitPattern: number))
        case .text(let bytes): add(2, bytes)
        case .blob(let bytes): add(3, bytes)
        }
        if buffer.count >= FieldDigest.bufferSize {
            digest.update(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
    }

    mutating func finish() -> [UInt8] {
        digest.update(buffer)
        buffer = []
        return digest.finish()
    }

    private mutating func add(_ tag: UInt8, _ bytes: [UInt8]) {
        buffer.append(tag)
        add(UInt64(bytes.count))
        buffer.append(contentsOf: bytes)
    }

    private mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }
}
