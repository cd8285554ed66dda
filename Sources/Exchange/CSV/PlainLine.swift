/// A line of a table as it stands, with its cells by the separators alone.
///
/// Quotation marks mean nothing here: whoever takes such a line must know each of its cells, by
/// bytes in which there is none, or leave the line to `CSVReader.next`.
struct PlainLine {
    /// The physical line, from 1.
    let line: Int
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let start: Int
    /// Where each cell ends.
    fileprivate let ends: UnsafeBufferPointer<Int>

    /// How many cells.
    var count: Int { ends.count }

    /// The bytes of a cell.
    subscript(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let first = column == 0 ? start : ends[column - 1] + 1
        return UnsafeBufferPointer(rebasing: bytes[first..<ends[column]])
    }

    /// A line that is longer, or has more cells, is read in full.
    fileprivate static let longest = 256
    fileprivate static let most = 16
}

extension CSVScanner {
    /// Gives lines to `take` until one is not taken.
    ///
    /// - Returns: where the first line that was not taken begins, and how many were.
    func skim(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int,
        _ take: (PlainLine) -> Bool
    ) -> (end: Int, lines: Int) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: PlainLine.most) { ends in
            var index = start
            var lines = 0
            while let (count, end, next) = cells(bytes, from: index, ends) {
                ends[count] = end
                let found = PlainLine(
                    line: line + lines, bytes: bytes, start: index,
                    ends: UnsafeBufferPointer(rebasing: ends[...count]))
                guard take(found) else { break }
                index = next
                lines += 1
            }
            return (index, lines)
        }
    }

    /// Finds the separators of a line, its end, and the start of the next; `nil` where it is no
    /// plain line, or the buffer ends before it does.
    private func cells(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        _ ends: UnsafeMutableBufferPointer<Int>
    ) -> (count: Int, end: Int, next: Int)? {
        let limit = min(bytes.count, start + PlainLine.longest)
        var count = 0
        var index = start
        while index < limit {
            let byte = bytes[index]
            if byte == Byte.lineFeed {
                let isPair = index > start && bytes[index - 1] == Byte.carriageReturn
                return (count, isPair ? index - 1 : index, index + 1)
            }
            if byte == separator {
                guard count < PlainLine.most - 1 else { return nil }
                ends[count] = index
                count += 1
            }
            index += 1
        }
        return nil
    }
}
