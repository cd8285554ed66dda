/// One record of a CSV file.
public struct CSVRecord: Hashable, Sendable {
    /// The physical line, from 1, on which it begins; line breaks inside quotes count.
    public let line: Int
    public let fields: [String]

    /// Whether it is a line without a single character.
    public var isBlank: Bool { fields.count == 1 && fields[0].isEmpty }
}

/// What a file may hold beside RFC 4180.
public enum CSVDialect: Sendable {
    case standard
    /// `="001001"`, by which a spreadsheet is made to keep the noughts of a number.
    case spreadsheet
}

/// A streaming reader of RFC 4180 over bytes: no more than a chunk and a record is in memory.
///
/// A byte-order mark is skipped; `\n`, `\r\n` and a lone `\r` end a record; how many fields a
/// record should have is for the caller to judge.
public struct CSVReader {
    private let source: () throws(FileFault) -> [UInt8]
    private let scanner: CSVScanner
    private var buffer: [UInt8] = []
    private var position = 0
    private var sourceEnded = false
    private var begun = false
    private var line = 1
    private var width = 0

    /// A reader of chunks; an empty chunk is the end.
    ///
    /// - Parameter separator: an ASCII character, for example `,`, `;` or a tab.
    public init(
        separator: Unicode.Scalar = ",", dialect: CSVDialect = .standard,
        chunks source: @escaping () throws(FileFault) -> [UInt8]
    ) {
        self.source = source
        scanner = CSVScanner(separator: UInt8(ascii: separator), dialect: dialect)
    }

    public init(
        bytes: [UInt8], separator: Unicode.Scalar = ",", dialect: CSVDialect = .standard
    ) {
        self.init(separator: separator, dialect: dialect, chunks: { [] })
        buffer = bytes
        sourceEnded = true
    }

    public init(text: String, separator: Unicode.Scalar = ",") {
        self.init(bytes: Array(text.utf8), separator: separator)
    }

    public init(file: RegularFile, separator: Unicode.Scalar = ",") {
        self.init(separator: separator, chunks: file.read)
    }

    /// The next record, or `nil` after the last one.
    ///
    /// - Throws: `CSVFault` for a record that cannot be read; reading goes on after it with the
    ///   next line, so that a caller can list all faults of a file.
    public mutating func next() throws(CSVFault) -> CSVRecord? {
        if !begun { try begin() }
        while true {
            let step = buffer.withUnsafeBufferPointer { bytes in
                scanner.step(bytes, from: position, isLast: sourceEnded, width: width)
            }
            switch step {
            case .end: return nil
            case .needsMore: try refill()
            case .record(let fields, let end, let lines):
                let record = CSVRecord(line: line, fields: fields)
                width = fields.count
                move(to: end, lines)
                return record
            case .fault(let problem, let end, let lines):
                let fault = CSVFault(line: line, problem: problem)
                move(to: end, lines)
                throw fault
            }
        }
    }

    /// Gives the lines that follow to `take`, as they stand, until one is not taken: `next` reads
    /// that one.
    mutating func skim(_ take: (PlainLine) -> Bool) {
        guard begun else { return }
        let (end, lines) = buffer.withUnsafeBufferPointer { bytes in
            scanner.skim(bytes, from: position, line: line, take)
        }
        move(to: end, lines)
    }

    private mutating func move(to end: Int, _ lines: Int) {
        position = end
        line += lines
    }

    private mutating func begin() throws(CSVFault) {
        begun = true
        while !sourceEnded, buffer.count < 3 { try refill() }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func refill() throws(CSVFault) {
        buffer.removeFirst(position)
        position = 0
        // A record longer than the buffer is scanned again from its start: doubling keeps that
        // linear in its length.
        let wanted = buffer.count * 2
        repeat {
            do {
                let chunk = try source()
                if chunk.isEmpty { sourceEnded = true }
                buffer += chunk
            } catch {
                sourceEnded = true
                buffer = []
                throw CSVFault(line: line, problem: .unreadable(error.problem))
            }
        } while !sourceEnded && buffer.count < wanted
    }
}
