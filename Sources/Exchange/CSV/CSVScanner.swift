/// Finds one record in a buffer of bytes; it knows no file and keeps no state.
struct CSVScanner {
    enum Step {
        case record([String], end: Int, lines: Int)
        case fault(CSVFault.Problem, end: Int, lines: Int)
        /// The buffer ends inside a record and more is to come.
        case needsMore
        case end
    }

    /// Bytes at which plain text stops.
    private let stops: [Bool]
    let separator: UInt8
    private let dialect: CSVDialect

    init(separator: UInt8, dialect: CSVDialect = .standard) {
        self.separator = separator
        self.dialect = dialect
        var stops = [Bool](repeating: false, count: 256)
        for byte in [separator, Byte.quote, Byte.lineFeed, Byte.carriageReturn, 0] {
            stops[Int(byte)] = true
        }
        self.stops = stops
    }

    /// The record that begins at `start`.
    ///
    /// - Parameters:
    ///   - isLast: nothing follows the buffer.
    ///   - width: how many fields are expected; a hint for memory.
    func step(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, width: Int
    ) -> Step {
        guard start < bytes.count else { return isLast ? .end : .needsMore }
        var cursor = Cursor(bytes: bytes, index: start, isLast: isLast)
        var fields: [String] = []
        fields.reserveCapacity(width)
        repeat {
            if dialect == .spreadsheet, cursor.isAt(Byte.equals), cursor.isAt(Byte.quote, ahead: 1)
            {
                cursor.index += 1
            }
            let field = cursor.isAt(Byte.quote) ? quoted(&cursor) : plain(&cursor)
            guard let field else {
                guard let problem = cursor.problem, isLast else { return .needsMore }
                return .fault(problem, end: cursor.index, lines: cursor.lines)
            }
            fields.append(field)
        } while cursor.skip(separator)
        guard cursor.endRecord() else { return .needsMore }
        if let problem = cursor.problem {
            return .fault(problem, end: cursor.index, lines: cursor.lines)
        }
        return .record(fields, end: cursor.index, lines: cursor.lines)
    }

    /// A field without quotation marks; `nil` where the buffer ends before it does.
    private func plain(_ cursor: inout Cursor) -> String? {
        let start = cursor.index
        let end = stop(&cursor)
        guard end < cursor.bytes.count || cursor.isLast else { return nil }
        return cursor.text(start..<end)
    }

    /// A field in quotation marks; `nil` where the buffer ends before it does.
    private func quoted(_ cursor: inout Cursor) -> String? {
        var pieces: [UInt8] = []
        var start = cursor.index + 1
        cursor.index = start
        while true {
            while cursor.index < cursor.bytes.count, !stops[Int(cursor.bytes[cursor.index])] {
                cursor.index += 1
            }
            guard cursor.index < cursor.bytes.count else {
                cursor.note(.unterminatedQuote)
                return nil
            }
            switch cursor.bytes[cursor.index] {
            case Byte.quote:
                let next = cursor.index + 1
                guard next < cursor.bytes.count || cursor.isLast else { return nil }
                if next < cursor.bytes.count, cursor.bytes[next] == Byte.quote {
                    pieces += cursor.bytes[start..<next]
                    cursor.index += 2
                    start = cursor.index
                } else {
                    let text = text(pieces, start..<cursor.index, &cursor)
                    cursor.index += 1
                    return endOfQuoted(&cursor) ? text : nil
                }
            case Byte.lineFeed, Byte.carriageReturn:
                guard cursor.skipLineBreak() else { return nil }
            case 0:
                cursor.note(.nul)
                cursor.index += 1
            default: cursor.index += 1
            }
        }
    }

    private func text(
        _ pieces: [UInt8], _ rest: Range<Int>, _ cursor: inout Cursor
    ) -> String {
        if pieces.isEmpty { return cursor.text(rest) }
        return (pieces + cursor.bytes[rest]).withUnsafeBufferPointer { cursor.text($0) }
    }

    /// Goes on to the end of the field; text before it is a fault.
    private func endOfQuoted(_ cursor: inout Cursor) -> Bool {
        let start = cursor.index
        let end = stop(&cursor)
        if end > start { cursor.problem = .textAfterClosingQuote }
        return end < cursor.bytes.count || cursor.isLast
    }

    /// The place of the next separator, line break or end of the buffer.
    private func stop(_ cursor: inout Cursor) -> Int {
        let bytes = cursor.bytes
        var index = cursor.index
        while index < bytes.count {
            if stops[Int(bytes[index])] {
                if bytes[index] == 0 {
                    cursor.note(.nul)
                } else if bytes[index] == Byte.quote {
                    cursor.note(.quoteInsideField)
                } else {
                    break
                }
            }
            index += 1
        }
        cursor.index = index
        return index
    }

    enum Byte {
        static let quote = UInt8(ascii: "\"")
        static let equals = UInt8(ascii: "=")
        static let lineFeed = UInt8(ascii: "\n")
        static let carriageReturn = UInt8(ascii: "\r")
    }

    /// Where the scan stands, and what it has met.
    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        var index: Int
        let isLast: Bool
        /// Line breaks met.
        var lines = 0
        /// The first thing that was wrong.
        var problem: CSVFault.Problem?

        mutating func note(_ problem: CSVFault.Problem) {
            if self.problem == nil { self.problem = problem }
        }

        func isAt(_ byte: UInt8, ahead: Int = 0) -> Bool {
            index + ahead < bytes.count && bytes[index + ahead] == byte
        }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard isAt(byte) else { return false }
            index += 1
            return true
        }

        /// Skips `\n`, `\r` or `\r\n`; `false` where the buffer ends before it is known which.
        mutating func skipLineBreak() -> Bool {
            if isAt(Byte.carriageReturn) {
                guard index + 1 < bytes.count || isLast else { return false }
                index += 1
                _ = skip(Byte.lineFeed)
            } else {
                index += 1
            }
            lines += 1
            return true
        }

        mutating func endRecord() -> Bool { index == bytes.count ? isLast : skipLineBreak() }

        mutating func text(_ range: Range<Int>) -> String {
            text(UnsafeBufferPointer(rebasing: bytes[range]))
        }

        mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
            // Nearly every field is ASCII, and the general check is ten times as slow.
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            note(.invalidUTF8)
            return ""
        }
    }
}
