/// Takes the elements and texts of a common transfer file in their order.
struct CTFParser {
    private(set) var file = CommonTransferFile()
    private var path: [String] = []
    private var text = ""
    private var pupil: CommonTransferFile.Pupil?
    /// The `SEN` or `YearData` that is being read, with its depth.
    private var group: (name: String, depth: Int, texts: [String: String])?

    mutating func begin(_ qualifiedName: String, line: Int) throws(CTFFault) {
        let name = CTFParser.local(qualifiedName)
        path.append(name)
        text = ""
        if path.count > CTFLimits.depth {
            throw CTFFault(line: line, words: "nests elements too deeply")
        }
        if path.count == 1, name.lowercased() != "ctfile" {
            throw CTFFault(
                line: line, words: "is no common transfer file: its root is \(VisibleText.of(name))"
            )
        }
        if name == "Pupil", path.count == 3, path[1] == "CTFpupilData" {
            pupil = CommonTransferFile.Pupil(line: line)
        } else if pupil != nil, group == nil, name == "SEN" || name == "YearData" {
            group = (name, path.count, [:])
        }
    }

    mutating func take(_ utf8: some Collection<UInt8>, line: Int) throws(CTFFault) {
        guard text.utf8.count + utf8.count <= CTFLimits.text else {
            throw CTFFault(line: line, words: "has an element that is too long")
        }
        text += String(decoding: utf8, as: UTF8.self)
    }

    mutating func end() {
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
    }

    private mutating func end(_ name: String, _ texts: [String: String]) {
        if name == "SEN" { pupil?.sen.append(texts) } else { pupil?.years.append(texts) }
    }

    private mutating func takeHeader(_ found: String) {
        switch path.dropFirst().joined(separator: "/") {
        case "Header/CTFversion": file.version = found
        case "Header/DocumentQualifier": file.qualifier = found
        case "Header/SourceSchool/SchoolName": file.source = found
        default: break
        }
    }

    /// The name without the prefix of a namespace.
    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }
}
