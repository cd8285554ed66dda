import CDigest

/// SHA-256 of libmd: a start loads this small library in a tenth of a millisecond.
struct SHA256 {
    private var context = SHA2_CTX()
    private var isFinished = false

    init() { SHA256Init(&context) }

    mutating func update(_ bytes: [UInt8]) {
        precondition(!isFinished, "a digest that is finished takes no bytes")
        SHA256Update(&context, bytes, bytes.count)
    }

    /// The 32 bytes of the digest, which takes no more after this.
    mutating func finish() -> [UInt8] {
        precondition(!isFinished, "a digest is finished once")
        isFinished = true
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&hash, &context)
        return hash
    }
}

extension [UInt8] {
    /// Two hexadecimal digits a byte.
    var hex: String {
        let digits = [Character]("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
