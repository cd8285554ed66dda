import Foundation
import FoundationXML

/// Reads the XML of a common transfer file in a stream. A document type, and with it every entity
/// of one's own making, is refused before the parser sees the file.
final class CTFParser: NSObject, XMLParserDelegate {
    private var file = CommonTransferFile()
    private var path: [String] = []
    private var text = ""
    private var rootHasEnded = false
    private var pupil: CommonTransferFile.Pupil?
    /// The `SEN` or `YearData` that is being read, with its depth.
    private var group: (name: String, depth: Int, texts: [String: String])?
    private var fault: CTFFault?

    static func read(_ bytes: [UInt8]) throws(CTFFault) -> CommonTransferFile {
        guard bytes.count <= CTFLimits.bytes else {
            throw CTFFault(line: nil, words: "is larger than \(CTFLimits.bytes >> 20) MiB")
        }
        guard let decoded = DecodedText(bytes) else {
            throw CTFFault(line: nil, words: "is not the text that its byte-order mark promises")
        }
        let xml = withoutDeclaration(decoded.utf8)
        if let line = line(of: "<!DOCTYPE", in: xml) {
            throw CTFFault(line: line, words: "holds a DOCTYPE, which no common transfer file has")
        }
        let parser = XMLParser(data: Data(xml))
        parser.shouldResolveExternalEntities = false
        let reader = CTFParser()
        parser.delegate = reader
        let isWellFormed = parser.parse() && parser.parserError == nil
        if let fault = reader.fault { throw fault }
        // The parser calls an empty file, and some that break off, well formed.
        guard isWellFormed, reader.rootHasEnded else {
            throw CTFFault(line: max(1, parser.lineNumber), words: "is no well-formed XML here")
        }
        return reader.file
    }

    /// The bytes are UTF-8 by now, whatever the declaration says: it goes, its line breaks stay.
    private static func withoutDeclaration(_ utf8: [UInt8]) -> [UInt8] {
        guard utf8.starts(with: Array("<?xml".utf8)),
            let end = utf8.firstIndex(of: UInt8(ascii: ">"))
        else { return utf8 }
        let breaks = utf8[...end].filter { $0 == UInt8(ascii: "\n") }
        return breaks + utf8[(end + 1)...]
    }

    private static func line(of text: String, in utf8: [UInt8]) -> Int? {
        let wanted = Array(text.utf8)
        var line = 1
        for place in utf8.indices {
            if utf8[place] == UInt8(ascii: "\n") { line += 1 }
            if utf8[place] == wanted[0], utf8[place...].starts(with: wanted) { return line }
        }
        return nil
    }

    // MARK: XMLParserDelegate

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let name = CTFParser.local(name)
        path.append(name)
        text = ""
        if path.count > CTFLimits.depth { return stop(parser, "nests elements too deeply") }
        if path.count == 1, name.lowercased() != "ctfile" {
            return stop(parser, "is no common transfer file: its root is \(VisibleText.of(name))")
        }
        if name == "Pupil", path.count == 3, path[1] == "CTFpupilData" {
            pupil = CommonTransferFile.Pupil(line: max(1, parser.lineNumber))
        } else if pupil != nil, group == nil, name == "SEN" || name == "YearData" {
            group = (name, path.count, [:])
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
        if text.utf8.count > CTFLimits.text { stop(parser, "has an element that is too long") }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        let found = trimmed(text)
        text = ""
        if let group, group.depth == path.count {
            end(group.name, group.texts)
            self.group = nil
        } else if group != nil, let leaf = path.last, !found.isEmpty {
            group?.texts[leaf] = found
        } else if pupil != nil, path.count > 3, !found.isEmpty {
            pupil?.texts[path[3...].joined(separator: "/")] = found
        } else if let ended = pupil, path.count == 3 {
            file.pupils.append(ended)
            pupil = nil
        } else if pupil == nil {
            takeHeader(found)
        }
        path.removeLast()
        rootHasEnded = path.isEmpty
    }

    private func end(_ name: String, _ texts: [String: String]) {
        if name == "SEN" { pupil?.sen.append(texts) } else { pupil?.years.append(texts) }
    }

    private func takeHeader(_ found: String) {
        switch path.dropFirst().joined(separator: "/") {
        case "Header/CTFversion": file.version = found
        case "Header/DocumentQualifier": file.qualifier = found
        case "Header/SourceSchool/SchoolName": file.source = found
        default: break
        }
    }

    private func stop(_ parser: XMLParser, _ words: String) {
        if fault == nil { fault = CTFFault(line: max(1, parser.lineNumber), words: words) }
        parser.abortParsing()
    }

    /// The name without the prefix of a namespace.
    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }
}
