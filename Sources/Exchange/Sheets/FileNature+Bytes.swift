extension FileNature {
    static let zip: [UInt8] = [0x50, 0x4B]

    /// Tells by the first bytes, and of an archive by what is in it.
    init(_ bytes: [UInt8]) {
        let start = bytes.prefix(FileNature.window)
        if bytes.isEmpty {
            self = .emptyFile
        } else if let found = FileNature.signed(bytes) {
            self = found
        } else {
            self = FileNature.marked(FileNature.legible(start))
        }
    }

    private static let window = 4096

    // MARK: Files with a signature

    private static func signed(_ bytes: [UInt8]) -> FileNature? {
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            return zipped(bytes)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return compound(bytes)
        }
        if let picture = picture(bytes) { return .picture(picture) }
        // Excel 2 to 4 had no container: the record that begins a file, with its length.
        for start: [UInt8] in [
            [9, 0, 4, 0], [9, 2, 6, 0], [9, 4, 6, 0], [9, 8, 8, 0], [9, 8, 16, 0],
        ]
        where bytes.starts(with: start) { return .oldWorkbook }
        for start: [UInt8] in [
            [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!".utf8),
        ] where bytes.starts(with: start) { return .archive }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .wordDocument }
        return nil
    }

    private static func picture(_ bytes: [UInt8]) -> String? {
        let signatures: [(String, Int, [UInt8])] = [
            ("PNG", 0, [0x89, 0x50, 0x4E, 0x47]), ("JPEG", 0, [0xFF, 0xD8, 0xFF]),
            ("GIF", 0, Array("GIF8".utf8)), ("TIFF", 0, [0x49, 0x49, 0x2A, 0]),
            ("TIFF", 0, [0x4D, 0x4D, 0, 0x2A]), ("WebP", 8, Array("WEBPVP8".utf8)),
            ("HEIC", 4, Array("ftyphei".utf8)), ("HEIC", 4, Array("ftypmif1".utf8)),
        ]
        for (name, index, signature) in signatures
        where bytes.dropFirst(index).starts(with: signature) {
            return name
        }
        // A heading may begin with BM as well, but not with four NULs behind its length.
        let isBitmap = bytes.starts(with: [0x42, 0x4D]) && bytes.count > 14
        return isBitmap && bytes[6..<10].allSatisfy { $0 == 0 } ? "BMP" : nil
    }

    private static func zipped(_ bytes: [UInt8]) -> FileNature {
        guard let names = try? SheetArchive(bytes).names.map({ $0.lowercased() }) else {
            // Cut short, its list of parts is missing; what is left still names them.
            return contains("xl/", bytes.prefix(1 << 16)) ? .workbook : .archive
        }
        if contains("application/vnd.oasis.opendocument", bytes.prefix(256)) {
            return .openDocument
        }
        func holds(_ start: String) -> Bool { names.contains { $0.hasPrefix(start) } }
        if names.contains("xl/workbook.bin") { return .binaryWorkbook }
        if holds("xl/") { return .workbook }
        if holds("word/") { return .wordDocument }
        if holds("ppt/") { return .presentation }
        if holds("index/document.iwa") || holds("index.zip") { return .numbersDocument }
        return .archive
    }

    /// Office before 2007, and a locked file of today: a container whose parts have names in UTF-16.
    private static func compound(_ bytes: [UInt8]) -> FileNature {
        func names(_ part: String) -> Bool {
            contains(part.utf8.flatMap { [$0, 0] }, bytes[...])
        }
        if names("EncryptedPackage") { return .lockedWorkbook }
        if names("WordDocument") { return .wordDocument }
        if names("PowerPoint Document") { return .presentation }
        return .oldWorkbook
    }

    // MARK: Files of text

    /// The beginning in small letters, without marks, blanks and the NULs of UTF-16.
    private static func legible(_ start: ArraySlice<UInt8>) -> [UInt8] {
        let bare = start.drop { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }.filter { $0 != 0 }
        let text = bare.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func marked(_ text: [UInt8]) -> FileNature {
        func begins(_ words: String...) -> Bool { words.contains { text.starts(with: $0.utf8) } }
        if begins("%pdf-") { return .pdf }
        if begins("mime-version:") { return .webPage }
        guard begins("<") else { return .text }
        if contains("urn:schemas-microsoft-com:office:spreadsheet", text[...]) {
            return .xmlWorkbook
        }
        if contains("<html", text[...]) || contains("<!doctype html", text[...])
            || begins("<table", "<meta", "<head", "<body", "<style", "<div", "<script", "<font")
        {
            return .webPage
        }
        return begins("<?xml", "<!--", "<ctfile") || contains("xmlns", text[...]) ? .xml : .text
    }

    private static func contains(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        contains(Array(text.utf8), bytes)
    }

    private static func contains(_ wanted: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = wanted.first else { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + wanted.count <= bytes.count {
                if bytes[index] == first,
                    UnsafeBufferPointer(rebasing: bytes[index..<index + wanted.count])
                        .elementsEqual(wanted)
                {
                    return true
                }
                index += 1
            }
            return false
        }
    }
}
