import CCrypto
import Domain

/// The chain of hashes that binds each entry of the journal to all before it.
///
/// An entry's hash is SHA-256 over its predecessor's and all of its own fields and records, each
/// with its kind and length before it, so that no two entries read the same.
struct Chain {
    /// What the first entry is bound to: SHA-256 of `cksw journal 1`.
    static let genesis = {
        var digest = SHA256()
        digest.update(Array("cksw journal 1".utf8))
        return digest.finish()
    }()

    private var digest = SHA256()
    private var buffer: [UInt8] = []

    /// Begins the hash of an entry with its own fields.
    init(after previous: [UInt8], _ entry: JournalRow) {
        buffer.reserveCapacity(2 * Chain.bufferSize)
        add(.blob(previous))
        add(.int(entry.change.rawValue))
        add(.int(entry.at.seconds))
        add(.text(entry.by))
        add(.text(entry.action))
        add(.text(entry.subject))
        add(entry.page.map(Cell.text) ?? .null)
        add(entry.undoes.map(\.cell) ?? .null)
    }

    /// Adds the entry's next record.
    mutating func add(kind: String, key: String, before: Cell, after: Cell) {
        add(.text(kind))
        add(.text(key))
        add(before)
        add(after)
    }

    /// The hash of the entry, 32 bytes.
    mutating func finish() -> [UInt8] {
        digest.update(buffer)
        buffer = []
        return digest.finish()
    }

    private static let bufferSize = 65_536

    private mutating func add(_ cell: Cell) {
        switch cell {
        case .null: buffer.append(0)
        case .int(let number):
            buffer.append(1)
            add(UInt64(bitPattern: number))
        case .text(let text):
            buffer.append(2)
            add(UInt64(text.utf8.count))
            buffer.append(contentsOf: text.utf8)
        case .blob(let bytes):
            buffer.append(3)
            add(UInt64(bytes.count))
            buffer.append(contentsOf: bytes)
        }
        if buffer.count >= Chain.bufferSize {
            digest.update(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
    }

    private mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }
}

/// The fields of a journal entry as they stand in its table.
struct JournalRow {
    let change: ChangeNumber
    let at: Instant
    let by: String
    let action: String
    let subject: String
    var page: String?
    var undoes: ChangeNumber?
}

/// SHA-256 of libcrypto.
struct SHA256 {
    private let context = Context()

    init() {
        guard EVP_DigestInit_ex(context.pointer, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto knows SHA-256")
        }
    }

    func update(_ bytes: [UInt8]) {
        guard EVP_DigestUpdate(context.pointer, bytes, bytes.count) == 1 else {
            preconditionFailure("a digest that is not finished takes bytes")
        }
    }

    /// The 32 bytes of the digest, which takes no more after this.
    func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(context.pointer, &hash, nil) == 1 else {
            preconditionFailure("a digest is finished once")
        }
        return hash
    }

    private final class Context {
        let pointer: OpaquePointer

        init() {
            guard let pointer = EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
            self.pointer = pointer
        }

        deinit { EVP_MD_CTX_free(pointer) }
    }
}

extension [UInt8] {
    /// Two hexadecimal digits a byte.
    var hex: String {
        let digits = [Character]("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
