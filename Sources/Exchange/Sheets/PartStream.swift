import CExpat

/// What reads one part of a workbook, element by element.
protocol PartReader: AnyObject {
    func begin(_ tag: PartTag) throws(SheetFault)
    func take(_ text: UnsafeRawBufferPointer) throws(SheetFault)
    /// - Parameter depth: that of the element that ends; the root's is 1.
    func end(depth: Int) throws(SheetFault)
}

/// The start of an element; it lives no longer than the call that shows it.
struct PartTag {
    fileprivate let name: UnsafePointer<CChar>
    fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    /// The root's is 1.
    let depth: Int

    /// Whether it is called so, whatever prefix its namespace has in this file.
    func isNamed(_ text: StaticString) -> Bool { PartTag.equal(PartTag.local(name), text) }

    /// An attribute without a prefix.
    subscript(_ text: StaticString) -> UnsafePointer<CChar>? {
        first { PartTag.equal($0, text) }
    }

    func text(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

    func number(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    func isEqual(_ name: StaticString, _ value: StaticString) -> Bool {
        self[name].map { PartTag.equal($0, value) } ?? false
    }

    static func length(_ text: UnsafePointer<CChar>) -> Int {
        var length = 0
        while text[length] != 0 { length += 1 }
        return length
    }

    /// An attribute with a prefix: `r:id`, whatever it is called in this file.
    func prefixed(_ text: StaticString) -> String? {
        first { name in
            let local = PartTag.local(name)
            return local != name && PartTag.equal(local, text)
        }.map { String(cString: $0) }
    }

    private func first(
        where isWanted: (UnsafePointer<CChar>) -> Bool
    ) -> UnsafePointer<CChar>? {
        guard var next = attributes else { return nil }
        while let name = next[0], let value = next[1] {
            if isWanted(name) { return value }
            next += 2
        }
        return nil
    }

    private static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var (local, next) = (name, name)
        while next.pointee != 0 {
            if next.pointee == 0x3A { local = next + 1 }
            next += 1
        }
        return local
    }

    private static func equal(_ name: UnsafePointer<CChar>, _ text: StaticString) -> Bool {
        var index = 0
        while index < text.utf8CodeUnitCount {
            guard UInt8(bitPattern: name[index]) == text.utf8Start[index] else { return false }
            index += 1
        }
        return name[index] == 0
    }
}

/// Feeds the XML of a part through expat. A document type, and with it every entity of one's own
/// making, is refused before its first entity is declared.
final class PartStream {
    private let expat: XML_Parser
    private let reader: any PartReader
    private let part: String
    private var depth = 0
    private var fed = 0
    private var fault: SheetFault?

    init(_ part: String, _ reader: any PartReader) throws(SheetFault) {
        guard let expat = XML_ParserCreate(nil) else {
            throw SheetFault("needs more memory than there is")
        }
        self.expat = expat
        self.reader = reader
        self.part = part
        XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
        XML_SetParamEntityParsing(expat, XML_PARAM_ENTITY_PARSING_NEVER)
        XML_SetStartDoctypeDeclHandler(expat) { stream, _, _, _, _ in
            PartStream.at(stream)?.refuseDocumentType()
        }
        XML_SetElementHandler(
            expat,
            { stream, name, attributes in PartStream.at(stream)?.begin(name, attributes) },
            { stream, _ in PartStream.at(stream)?.end() })
        XML_SetCharacterDataHandler(expat) { stream, text, count in
            PartStream.at(stream)?.take(text, Int(count))
        }
    }

    deinit { XML_ParserFree(expat) }

    /// Reads a whole part.
    static func read(
        _ part: String, of archive: SheetArchive, _ reader: any PartReader
    ) throws(SheetFault) {
        let stream = try PartStream(part, reader)
        try archive.read(part) { bytes throws(SheetFault) in
            try stream.feed(bytes)
            return true
        }
        try stream.finish()
    }

    func feed(_ bytes: UnsafeRawBufferPointer) throws(SheetFault) {
        let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        fed += bytes.count
        try check(XML_Parse(expat, text, CInt(bytes.count), 0))
        // expat keeps a tag until it has the whole of it, and begins it again with every chunk.
        if fed - Int(XML_GetCurrentByteIndex(expat)) > SheetLimits.tag { throw .damaged(part) }
    }

    func finish() throws(SheetFault) { try check(XML_Parse(expat, nil, 0, 1)) }

    private func check(_ status: XML_Status) throws(SheetFault) {
        if let fault { throw fault }
        if status != XML_STATUS_OK { throw .damaged(part) }
    }

    private static func at(_ stream: UnsafeMutableRawPointer?) -> PartStream? {
        stream.map { Unmanaged<PartStream>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: What expat finds

    private func refuseDocumentType() {
        stop(SheetFault("holds a DOCTYPE, which no workbook has"))
    }

    private func begin(
        _ name: UnsafePointer<CChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard let name, fault == nil else { return }
        depth += 1
        guard depth <= SheetLimits.depth else { return stop(.damaged(part)) }
        do {
            try reader.begin(PartTag(name: name, attributes: attributes, depth: depth))
        } catch {
            stop(error)
        }
    }

    private func take(_ text: UnsafePointer<CChar>?, _ count: Int) {
        guard let text, fault == nil else { return }
        do {
            try reader.take(UnsafeRawBufferPointer(start: text, count: count))
        } catch {
            stop(error)
        }
    }

    private func end() {
        guard fault == nil else { return }
        do {
            try reader.end(depth: depth)
        } catch {
            stop(error)
        }
        depth -= 1
    }

    private func stop(_ fault: SheetFault) {
        self.fault = fault
        XML_StopParser(expat, 0)
    }
}
