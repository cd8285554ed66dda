import CZip

/// Writes zip archives, true ones and false ones.
public struct ZipBuilder {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    public init() {}

    /// What a header may say against the truth.
    public struct Lie: Sendable {
        public var crc: UInt32?
        public var size: Int?
        public var isEncrypted = false

        public init(crc: UInt32? = nil, size: Int? = nil, isEncrypted: Bool = false) {
            self.crc = crc
            self.size = size
            self.isEncrypted = isEncrypted
        }
    }

    public mutating func add(
        _ name: String, _ bytes: [UInt8], isDeflated: Bool = true, lie: Lie = Lie()
    ) {
        let data = isDeflated ? ZipBuilder.deflated(bytes) : bytes
        let crc =
            lie.crc ?? UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
        let header =
            two(20) + two(lie.isEncrypted ? 1 : 0) + two(isDeflated ? 8 : 0) + four(0x5A21_0000)
            + four(crc) + four(UInt32(data.count)) + four(UInt32(lie.size ?? bytes.count))
            + two(UInt16(name.utf8.count)) + two(0)
        directory += four(0x0201_4B50) + two(20) + header + two(0) + two(0) + two(0) + four(0)
        directory += four(UInt32(body.count)) + Array(name.utf8)
        body += four(0x0403_4B50) + header + Array(name.utf8) + data
        count += 1
    }

    public var bytes: [UInt8] {
        body + directory + four(0x0605_4B50) + two(0) + two(0) + two(UInt16(count))
            + two(UInt16(count)) + four(UInt32(directory.count)) + four(UInt32(body.count)) + two(0)
    }

    private func two(_ number: UInt16) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
    }

    private func four(_ number: UInt32) -> [UInt8] {
        two(UInt16(truncatingIfNeeded: number)) + two(UInt16(number >> 16))
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var bytes = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        return bytes.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                deflate(&stream, Z_FINISH)
                count = room - Int(stream.avail_out)
            }
        }
    }
}
