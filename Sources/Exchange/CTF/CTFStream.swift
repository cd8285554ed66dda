import CExpat

/// Streams the XML of a common transfer file through expat into a parser. A document type, and
/// with it every entity of one's own making, is refused before its first entity is declared.
final class CTFStream {
    private let expat: XML_Parser
    private var parser = CTFParser()
    private var fault: CTFFault?

    static func read(_ bytes: [UInt8]) throws(CTFFault) -> CommonTransferFile {
        guard bytes.count <= CTFLimits.bytes else {
            throw CTFFault(line: nil, words: "is larger than \(CTFLimits.bytes >> 20) MiB")
        }
        let decoded: DecodedText
        do {
            decoded = try DecodedText(bytes)
        } catch {
            throw CTFFault(line: error.line, words: error.words)
        }
        return try CTFStream().read(decoded.utf8)
    }

    private init() throws(CTFFault) {
        // The bytes are UTF-8 by now, whatever the declaration says.
        guard let expat = XML_ParserCreate("UTF-8") else {
            throw CTFFault(line: nil, words: "needs more memory than there is")
        }
        self.expat = expat
    }

    deinit { XML_ParserFree(expat) }

    private func read(_ utf8: [UInt8]) throws(CTFFault) -> CommonTransferFile {
        XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
        XML_SetParamEntityParsing(expat, XML_PARAM_ENTITY_PARSING_NEVER)
        XML_SetStartDoctypeDeclHandler(expat) { stream, _, _, _, _ in
            CTFStream.at(stream)?.refuseDocumentType()
        }
        XML_SetElementHandler(
            expat,
            { stream, name, _ in CTFStream.at(stream)?.begin(name) },
            { stream, _ in CTFStream.at(stream)?.end() })
        XML_SetCharacterDataHandler(expat) { stream, text, count in
            CTFStream.at(stream)?.take(text, Int(count))
        }
        // expat counts lines in the bytes themselves, so it is asked while they stand still.
        let broken: Int? = utf8.withUnsafeBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            let status = XML_Parse(expat, text, CInt(bytes.count), 1)
            return status == XML_STATUS_OK ? nil : line
        }
        if let fault { throw fault }
        if let broken { throw CTFFault(line: broken, words: "is no well-formed XML here") }
        return parser.file
    }

    private static func at(_ stream: UnsafeMutableRawPointer?) -> CTFStream? {
        stream.map { Unmanaged<CTFStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private var line: Int { max(1, Int(XML_GetCurrentLineNumber(expat))) }

    // MARK: What expat finds

    private func refuseDocumentType() {
        stop(CTFFault(line: line, words: "holds a DOCTYPE, which no common transfer file has"))
    }

    private func begin(_ name: UnsafePointer<CChar>?) {
        guard let name, fault == nil else { return }
        do {
            try parser.begin(String(cString: name), line: line)
        } catch {
            stop(error)
        }
    }

    private func take(_ text: UnsafePointer<CChar>?, _ count: Int) {
        guard let text, fault == nil else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        do {
            try parser.take(bytes, line: line)
        } catch {
            stop(error)
        }
    }

    /// expat still ends an empty element that it was stopped in.
    private func end() {
        if fault == nil { parser.end() }
    }

    private func stop(_ fault: CTFFault) {
        self.fault = fault
        XML_StopParser(expat, 0)
    }
}
