import CCrypto

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
