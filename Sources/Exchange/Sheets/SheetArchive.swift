import CZip

/// The parts of a zip archive in memory, each inflated in chunks; nothing is ever written out.
///
/// What counts against the limit is what really comes out, whatever the headers claim.
final class SheetArchive {
    private let zip: unzFile
    private var places: [String: Place] = [:]
    /// What each part has come to at most: a part that is read twice counts once.
    private var inflated: [String: Int] = [:]
    private let spent: Int

    private struct Place {
        let name: String
        var position: unz64_file_pos
        let size: Int
        let isEncrypted: Bool
    }

    /// - Parameter spent: how many bytes count against the limit before any is read.
    init(_ bytes: [UInt8], spent: Int = 0) throws(SheetFault) {
        guard bytes.count <= SheetLimits.bytes else {
            throw SheetFault("is larger than \(SheetLimits.bytes >> 20) MiB")
        }
        self.spent = spent
        let source = Unmanaged.passRetained(ZipSource(bytes))
        defer { source.release() }
        var functions = ZipSource.functions(source.toOpaque())
        guard let zip = unzOpen2_64(nil, &functions) else { throw SheetArchive.broken }
        self.zip = zip
        try list()
    }

    deinit { unzClose(zip) }

    private static let broken = SheetFault(
        "is damaged or cut short; copy it again, or open it in Excel and save it again")

    /// How many bytes have come out of its parts.
    var unpacked: Int { inflated.values.reduce(spent, +) }

    /// Names as they stand in the archive, in no order.
    var names: [String] { places.values.map(\.name) }

    /// Names of parts are the same whatever their case.
    func has(_ part: String) -> Bool { places[part.lowercased()] != nil }

    /// What its header says that it unpacks to; 0 where there is none.
    func claimedSize(_ part: String) -> Int { max(0, places[part.lowercased()]?.size ?? 0) }

    private func list() throws(SheetFault) {
        var status = unzGoToFirstFile(zip)
        // An archive without a single part ends here, too.
        while status == UNZ_OK {
            guard places.count < SheetLimits.parts else {
                throw SheetFault(
                    "holds more than \(SheetLimits.parts) parts, which no workbook has")
            }
            let place = try current()
            guard places.updateValue(place, forKey: place.name.lowercased()) == nil else {
                throw SheetFault(
                    "holds \(VisibleText.of(place.name)) twice, which no workbook does")
            }
            status = unzGoToNextFile(zip)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else { throw SheetArchive.broken }
    }

    private func current() throws(SheetFault) -> Place {
        var information = unz_file_info64()
        var buffer = [CChar](repeating: 0, count: 513)
        guard
            unzGetCurrentFileInfo64(
                zip, &information, &buffer, uLong(buffer.count - 1), nil, 0, nil, 0) == UNZ_OK,
            information.size_filename < buffer.count, information.size_filename > 0
        else { throw SheetArchive.broken }
        let written = buffer.prefix(Int(information.size_filename)).map(UInt8.init(bitPattern:))
        // Some writers separate folders as Windows does.
        let name = String(decoding: written, as: UTF8.self).replacing("\\", with: "/")
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
            !name.contains("\0")
        else {
            throw SheetFault(
                "holds a part whose name leads out of it (\(VisibleText.of(name))), which no workbook does"
            )
        }
        var position = unz64_file_pos()
        guard unzGetFilePos64(zip, &position) == UNZ_OK,
            let size = Int(exactly: information.uncompressed_size)
        else { throw SheetArchive.broken }
        return Place(
            name: name, position: position, size: size, isEncrypted: information.flag & 1 == 1)
    }

    /// Inflates a part, chunk by chunk; `body` returns false to stop.
    func read(
        _ part: String, _ body: (UnsafeRawBufferPointer) throws(SheetFault) -> Bool
    ) throws(SheetFault) {
        guard var place = places[part.lowercased()] else {
            throw SheetFault(
                "lacks a part of itself (\(VisibleText.of(part))); open it in Excel and save it again"
            )
        }
        guard !place.isEncrypted else { throw .locked }
        guard unzGoToFilePos64(zip, &place.position) == UNZ_OK, unzOpenCurrentFile(zip) == UNZ_OK
        else { throw .damaged(place.name) }
        do {
            guard try inflate(place, body) else {
                unzCloseCurrentFile(zip)
                return
            }
        } catch {
            unzCloseCurrentFile(zip)
            throw error
        }
        // The check sum is compared here.
        guard unzCloseCurrentFile(zip) == UNZ_OK else { throw .damaged(place.name) }
    }

    /// Whether it came to its end.
    private func inflate(
        _ place: Place, _ body: (UnsafeRawBufferPointer) throws(SheetFault) -> Bool
    ) throws(SheetFault) -> Bool {
        let key = place.name.lowercased()
        let others = unpacked - (inflated[key] ?? 0)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 8)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(unzReadCurrentFile(zip, buffer.baseAddress, UInt32(buffer.count)))
            guard count >= 0 else { throw .damaged(place.name) }
            total += count
            inflated[key] = max(total, inflated[key] ?? 0)
            guard others + total <= SheetLimits.bytes else { throw .tooLarge }
            if count == 0 { break }
            guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return false }
        }
        // Where less came out than the header claims, minizip does not compare the check sum.
        guard total == place.size else { throw .damaged(place.name) }
        return true
    }
}

/// Bytes in memory as minizip reads a file.
private final class ZipSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Lets minizip keep a source until it closes it.
    static func functions(_ source: UnsafeMutableRawPointer) -> zlib_filefunc64_def {
        zlib_filefunc64_def(
            zopen64_file: { opaque, _, _ in
                opaque.map { UnsafeMutableRawPointer(ZipSource.at($0).retain().toOpaque()) }
            },
            zread_file: { _, stream, target, count in
                guard let stream, let target else { return 0 }
                return ZipSource.at(stream).takeUnretainedValue().read(target, count)
            },
            zwrite_file: { _, _, _, _ in 0 },
            ztell64_file: { _, stream in
                stream.map { ZPOS64_T(ZipSource.at($0).takeUnretainedValue().position) } ?? 0
            },
            zseek64_file: { _, stream, offset, origin in
                guard let stream else { return -1 }
                return ZipSource.at(stream).takeUnretainedValue().seek(offset, origin) ? 0 : -1
            },
            zclose_file: { _, stream in
                if let stream { ZipSource.at(stream).release() }
                return 0
            },
            zerror_file: { _, _ in 0 },
            opaque: source)
    }

    private static func at(_ pointer: UnsafeMutableRawPointer) -> Unmanaged<ZipSource> {
        Unmanaged.fromOpaque(pointer)
    }

    private func read(_ target: UnsafeMutableRawPointer, _ count: UInt) -> UInt {
        let taken = min(Int(clamping: count), bytes.count - position)
        bytes.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: target, count: taken)
                .copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[position...].prefix(taken)))
        }
        position += taken
        return UInt(taken)
    }

    private func seek(_ offset: UInt64, _ origin: Int32) -> Bool {
        let base =
            switch origin {
            case ZLIB_FILEFUNC_SEEK_CUR: position
            case ZLIB_FILEFUNC_SEEK_END: bytes.count
            default: 0
            }
        let (place, isOver) = base.addingReportingOverflow(Int(clamping: offset))
        guard !isOver, place <= bytes.count else { return false }
        position = place
        return true
    }
}
